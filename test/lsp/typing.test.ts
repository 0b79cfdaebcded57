import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pingRequest } from "../../server/src/lsp/protocol.ts";
import { folder, TestClient } from "./client.ts";

const server = fileURLToPath(new URL("../../dist/server.js", import.meta.url));
const uri = `${folder}/runbook.md`;
const above =
  "---\nkind: ReleaseRunbook\nstatus: approved\n---\n# Release Runbook: v1.2.3\n\n## Before the release\n\n";
const line = above.split("\n").length - 1;

/** Over a process of its own: one that hangs would hang the test as well. */
describe("while somebody types, the server answers at the end of", () => {
  it.each([
    "- [x] Load test repeated (results of the nightly run https://ci.example.com/",
    "- [x] Load test repeated (results of the nightly run of the week before the release on all of the nodes ",
    "- [ ] Smoke tests [of all that was changed since the release before the last one] on the staging nodes ",
    "- [x] Backups verified (waived by @alice and everybody who was there when it was decided to go on ",
    "| Backups | verified (by everybody who was there when it was decided to go on with the release | ",
    "**Trigger:** the rate of errors that customers see (not those of the nightly run) is above what we ",
    `- [x] ${"(a ".repeat(200)}`,
  ])("%s", async (text) => {
    const client = TestClient.overStdio(server);
    try {
      await client.initialize();
      await client.open(uri, `${above}${text}`, "markdown");
      const at = { textDocument: { uri }, position: { line, character: text.length } };
      for (const method of ["textDocument/completion", "textDocument/hover"]) await client.request(method, at);
      expect(await client.request(pingRequest, {})).toBeNull();
      expect(client.errors).toEqual([]);
    } finally {
      client.kill();
    }
  });
});
