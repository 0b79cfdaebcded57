import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FileChangeType } from "vscode-languageserver/node";
import { createReleaseDocsService } from "../../server/src/engine/service.ts";
import {
  type Checklist,
  type ChecklistDocument,
  checklistRequest,
  checklistsRequest,
  fillTemplateRequest,
  reportRequest,
} from "../../server/src/lsp/protocol.ts";
import { folder, TestClient } from "./client.ts";

const runbook = `${folder}/ops/runbook.md`;
const other = `${folder}/ops/checklist.md`;
const template = `${folder}/templates/runbook.md`;

const runbookText = (box: string): string => `---
kind: ReleaseRunbook
status: Approved
---
# Release Runbook: v2.1.0

- **Release Manager:** @alice

## Pre-Release Checklist

- [${box}] Backups verified
  - [ ] Restore tried
- [ ] Risk: [ ] Low [ ] High
`;
const checklistText =
  "---\nkind: ReleaseChecklist\n---\n# Release Checklist: v2.1.0\n\n## Pre-Release\n\n- [ ] Tests pass\n";

describe("what the server tells a checklist", () => {
  let client: TestClient;

  beforeEach(async () => {
    client = TestClient.inProcess({ createService: createReleaseDocsService, today: () => "2026-12-01" });
    client.files.set(runbook, runbookText(" "));
    client.files.set(other, checklistText);
    client.files.set(template, checklistText);
    client.files.set(`${folder}/README.md`, "# Notes\n\n- [ ] buy milk\n");
    await client.initialize();
  });
  afterEach(() => client.stop());

  const list = (): Promise<readonly ChecklistDocument[]> => client.request(checklistsRequest, {});

  it("is told of a document that is closed and opened again while others wait for it", async () => {
    for (let time = 0; time < 3; time++) {
      await client.open(runbook, runbookText(" "));
      const one = client.request(checklistRequest, { uri: runbook });
      await client.close(runbook);
      await client.open(runbook, runbookText("x"));
      const all = [list(), list()];
      // As it was stored while it was closed, or as it is open now.
      expect(["open", "checked"]).toContain((await one)?.gates[0]?.state);
      for (const listed of await Promise.all(all)) {
        expect(listed.find(({ uri }) => uri === runbook)?.gates).toMatchObject({ checked: 1 });
      }
      await client.close(runbook);
    }
    expect((await client.request(checklistRequest, { uri: runbook }))?.gates[0]?.state).toBe("open");
  });

  it("is what is no file yet, too: its language says what its name does not", async () => {
    await client.open("untitled:Untitled-1", checklistText, "markdown");
    const manifest =
      "apiVersion: release-docs/v1\nkind: ReleaseManifest\nchecklist:\n  preRelease:\n    - gate: One\n      checked: false\n";
    await client.open("untitled:Untitled-2", manifest, "yaml");
    await client.open("untitled:Untitled-3", "# Release Checklist: v1\n- [ ] an item of YAML\n", "yaml");
    await client.open("untitled:Untitled-4", "# Read me\n\nSee [this](./other.md).\n\n- [ ] One\n", "markdown");
    await client.open("untitled:Untitled-5", `${checklistText}\nSee [the runbook](../runbook.md#a).\n`, "markdown");
    const untitled = (await list()).filter(({ uri }) => uri.startsWith("untitled:"));
    expect(untitled.map(({ uri, kind, gates }) => [uri, kind, gates.total])).toEqual([
      ["untitled:Untitled-1", "ReleaseChecklist", 1],
      ["untitled:Untitled-2", "ReleaseManifest", 1],
      ["untitled:Untitled-5", "ReleaseChecklist", 1],
    ]);
    const { gates } = (await client.request(checklistRequest, { uri: "untitled:Untitled-1" })) as Checklist;
    expect(gates.map(({ text }) => text)).toEqual(["Tests pass"]);
  });

  it("is every release document, open or not, and nothing else", async () => {
    await client.open(runbook, runbookText("x"));
    const documents = await list();
    expect(documents.map(({ uri, template: blank, gates }) => [uri, blank, gates.checked, gates.total])).toEqual([
      [other, false, 0, 1],
      [runbook, false, 1, 3],
      [template, true, 0, 1],
    ]);
    expect(documents[1]).toMatchObject({ kind: "ReleaseRunbook", version: "v2.1.0", owners: ["@alice"] });
  });

  it("is the gates of one document, with their places, parents and options", async () => {
    const gates = (await client.request(checklistRequest, { uri: runbook }))?.gates ?? [];
    expect(gates.map(({ text, state, due, range }) => [text, state, due, range.start.line])).toEqual([
      ["Backups verified", "open", true, 10],
      ["Restore tried", "open", true, 11],
      [expect.stringContaining("Risk"), "open", true, 12],
    ]);
    expect(new Set(gates.map(({ section }) => section))).toEqual(new Set(["Pre-Release Checklist"]));
    expect(gates[1]?.parent).toBe(gates[0]?.id);
    expect(gates[2]?.options?.slice(-2)).toEqual(["Low", "High"]);
    expect(await client.request(checklistRequest, { uri: `${folder}/README.md` })).toBeNull();
  });

  it("gives the gates of a document another id when they change, and keeps that of others", async () => {
    const before = await list();
    client.files.set(other, checklistText.replace("[ ]", "[x]"));
    await client.filesChanged({ uri: other, type: FileChangeType.Changed });
    await client.checklistChanges.next();
    const after = await list();
    expect(after.map(({ gatesId }, index) => gatesId === before[index]?.gatesId)).toEqual([false, true, true]);
    expect(after[0]?.gates.checked).toBe(1);
  });

  it("is a report with paths from the workspace folder", async () => {
    const report = await client.request(reportRequest, {
      uris: [runbook, template],
      release: false,
      folders: [folder],
    });
    expect(report.uris).toEqual([runbook]);
    expect(report.text).toContain("[Line 11](/ops/runbook.md#L11)");
    expect(report.html).toContain('<a href="/ops/runbook.md#L11">Line 11</a>');
  });

  it("is a template with its blanks filled, and where the first one is left", async () => {
    const filled = await client.request(fillTemplateRequest, {
      uri: `${folder}/new.md`,
      text: "---\nkind: ReleaseChecklist\ntemplate: true\n---\n# Release Checklist: v[X.Y.Z]\n\n- [ ] [Name] agrees\n",
      values: { version: "3.0.0", owner: "@alice" },
    });
    expect(filled).toEqual({
      text: "---\nkind: ReleaseChecklist\n---\n# Release Checklist: v3.0.0\n\n- [ ] [Name] agrees\n",
      unused: ["owner"],
      firstBlank: { start: { line: 5, character: 6 }, end: { line: 5, character: 12 } },
    });
  });
});
