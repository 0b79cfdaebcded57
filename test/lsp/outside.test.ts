import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createReleaseDocsService } from "../../server/src/engine/service.ts";
import { folder, TestClient } from "./client.ts";

const runbook = `${folder}/ops/runbook.md`;

describe("what a document and a configuration name outside of the workspace", () => {
  let client: TestClient;
  beforeEach(async () => {
    client = TestClient.inProcess({ createService: createReleaseDocsService, today: () => "2026-12-01" });
    client.files.set("file:///secret.yaml", "word-of-secret: 1\n");
    client.files.set("file:///secret.md", "# Secret\n");
    client.files.set(`${folder}/.git/config`, "[word-of-git]");
  });
  afterEach(() => client.stop());

  const messages = async (uri: string, text: string): Promise<readonly string[]> => {
    await client.open(uri, text, uri.endsWith(".md") ? "markdown" : "yaml");
    const report = await client.pull(uri);
    return report.kind === "full"
      ? report.items.map(({ message }) => (typeof message === "string" ? message : ""))
      : [];
  };

  it("is told in one way, whether it is there or not", async () => {
    await client.initialize();
    const links = ["../../secret.md", "../../nothing.md", "../.git/config"]
      .map((target) => `[it](${target})`)
      .join(" ");
    const found = await messages(
      runbook,
      `---\nkind: ReleaseRunbook\nstatus: Draft\n---\n# Release Runbook: v1\n\n${links}\n`,
    );
    expect(found.filter((message) => message.includes("leads out of the repository"))).toHaveLength(3);
    expect(found.filter((message) => message.includes("is not there"))).toEqual([]);
  });

  it("is told where it stands in the place of a configuration or a document", async () => {
    const [configuration, other] = [`${folder}/.release-docs.yaml`, `${folder}/ops/plan.md`];
    client.barred.add(configuration);
    client.barred.add(other);
    await client.initialize();
    const found = await messages(runbook, "---\nkind: ReleaseRunbook\nstatus: Draft\n---\n# Release Runbook: v1\n");
    const why = "configuration file cannot be read, or is a link that leads out of the repository";
    expect(found.filter((message) => message.includes(why))).toHaveLength(1);
    const told = async (uri: string): Promise<unknown> => {
      const report = await client.pull(uri);
      return report.kind === "full" && report.items.map(({ message }) => message);
    };
    expect(await told(configuration)).toEqual([expect.stringContaining(why)]);
    expect(await told(other)).toEqual([
      expect.stringContaining("This file cannot be read, or is a link that leads out"),
    ]);
    client.barred.clear();
    await client.filesChanged({ uri: configuration, type: 3 }, { uri: other, type: 3 });
    expect(await told(configuration)).toEqual([]);
    expect(JSON.stringify(await client.pull(runbook))).not.toContain(why);
  });

  it.each(["../secret.yaml", "/secret.yaml", ".git/config", "//host/x.yaml"])("is no base: %s", async (base) => {
    await client.initialize();
    const found = await messages(`${folder}/.release-docs.yaml`, `extends: ${base}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^extends (?:names|must name)/);
    expect(found[0]).not.toContain("word-of");
  });
});
