import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Diagnostic, type DocumentDiagnosticReport, FileChangeType } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { folder, TestClient } from "./client.ts";

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const server = path("dist/server.js");
const uri = `${folder}/release-manifest.yaml`;

const manifest = `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v1.4.0
  name: Faster search
  date: 2026-13-40
  status: in-progress
  owners: ["@alice"]
approvals:
  - role: Product owner
    required: true
    by: "@erin"
    at: 2026-12-03
    decision: approved
scope:
  - id: "#21"
    title: New index
    owner: "@bob"
    risk: hihg
    rollback:
      flag: search.newIndex
rollback:
  triggers:
    manual: [Release owner decides]
  steps:
    - step: Switch the flag off
      owner: "@alice"
      verify: Old results are back
  estimatedTime: 10m
checklist:
  preRelease:
    - gate: Index built
      checked: false
`;
const faults = [
  '5:8-5:18 error dates/invalid "2026-13-40"',
  '18:10-18:14 error schema/enum "hihg"',
  '32:15-32:20 error gates/unchecked "false"',
];

/** What a diagnostic says, but its sentence: `line:column-line:column severity rule "text"`. */
function brief(text: string, { range, severity, code }: Diagnostic): string {
  const document = TextDocument.create(uri, "", 0, text);
  const { start, end } = range;
  const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
  const name = ["", "error", "warning", "information", "hint"][severity ?? 0];
  return `${place} ${name} ${code} ${JSON.stringify(document.getText(range))}`;
}

function briefs(text: string, report: DocumentDiagnosticReport): string[] {
  return report.kind === "full" ? report.items.map((item) => brief(text, item)) : [report.kind];
}

describe("the bundled server over stdio", () => {
  let client: TestClient;

  beforeEach(() => {
    if (!existsSync(server)) throw new Error("dist/server.js is missing: run npm run build first");
    client = TestClient.overStdio(server);
  });
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
    expect(client.errors).toEqual([]);
  });

  it("finds the faults of a manifest at their places, and sees them go", async () => {
    await client.initialize();
    await client.open(uri, manifest);
    const report = await client.pull(uri);
    expect(briefs(manifest, report)).toEqual(faults);
    expect((await client.assessments.next()).assessment).toMatchObject({ verdict: "no-go", stage: "in-progress" });
    const replace = (line: number, character: number, end: number, text: string) =>
      client.change(uri, text, { start: { line, character }, end: { line, character: end } });
    await replace(32, 15, 20, "true");
    await replace(18, 10, 14, "high");
    await replace(5, 8, 18, "2026-12-04");
    expect(await client.pull(uri)).toMatchObject({ kind: "full", items: [] });
    expect((await client.assessments.next(({ version }) => version === 4)).assessment).toMatchObject({ verdict: "go" });
  });

  it("checks a gate by a quick fix", async () => {
    await client.initialize();
    await client.open(uri, manifest);
    const range = { start: { line: 32, character: 16 }, end: { line: 32, character: 16 } };
    const actions = await client.codeActions(uri, range, ["quickfix"]);
    const [change] = actions.find(({ title }) => title === "Mark gate as checked")?.edit?.documentChanges ?? [];
    if (change === undefined || !("textDocument" in change)) throw new Error("There is no such action");
    expect(change.textDocument).toEqual({ uri, version: 1 });
    const edits = change.edits.flatMap((edit) => ("newText" in edit ? [edit] : []));
    expect(TextDocument.applyEdits(TextDocument.create(uri, "", 1, manifest), edits)).toBe(
      manifest.replace("checked: false", "checked: true"),
    );
  });

  it("pushes to a client that cannot pull", async () => {
    await client.initialize({});
    await client.open(uri, manifest);
    const { version, diagnostics } = await client.published.next();
    expect(version).toBe(1);
    expect(diagnostics.map((item) => brief(manifest, item))).toEqual(faults);
  });

  it("says nothing about files that are not ours", async () => {
    await client.initialize();
    const others = {
      "readme.md": "# Readme\n\n- [ ] [Name] TBD\n",
      "chart.yaml": "apiVersion: apps/v1\nkind: ReleaseManifest\na: [\n",
      "other.release-manifest.yaml": "apiVersion: example.com/v1\nkind: ReleaseManifest\n",
    };
    for (const [name, text] of Object.entries(others)) {
      await client.open(`${folder}/${name}`, text);
      expect(await client.pull(`${folder}/${name}`)).toMatchObject({ items: [] });
      expect((await client.assessments.next()).assessment).toBeNull();
    }
  });

  it("obeys a configuration that comes, and one that is wrong is told so", async () => {
    const configuration = `${folder}/.release-docs.yaml`;
    await client.initialize();
    await client.open(uri, manifest);
    await client.pull(uri);
    client.files.set(configuration, "rules: { schema/enum: off }\n");
    await client.filesChanged({ uri: configuration, type: FileChangeType.Created });
    await client.refreshes.next();
    expect(briefs(manifest, await client.pull(uri))).toEqual(faults.filter((fault) => !fault.includes("enum")));
    const wrong = "rules: { schema/enum: loud }\n";
    await client.open(configuration, wrong, "yaml");
    await client.refreshes.next();
    expect(briefs(wrong, await client.pull(configuration))).toEqual([`0:22-0:26 warning configuration "loud"`]);
    expect(briefs(manifest, await client.pull(uri))).toEqual(faults);
  });

  it.each(["examples/checkout-v2.2.0/release-manifest.yaml", "examples/checkout-v2.2.0/runbook.md"])(
    "outlives every prefix of %s",
    async (name) => {
      const text = readFileSync(path(name), "utf8");
      const example = `${folder}/${name}`;
      const whole = TextDocument.create(example, "", 0, text);
      await client.initialize();
      await client.open(example, "");
      for (let end = 0; end < text.length; end++) {
        const at = whole.positionAt(end);
        await client.change(example, text.charAt(end), { start: at, end: at });
        await client.pull(example);
      }
      const grown = await client.pull(example);
      await client.open(`${folder}/fresh/${name}`, text);
      const fresh = await client.pull(`${folder}/fresh/${name}`);
      expect(briefs(text, grown)).toEqual(briefs(text, fresh));
    },
  );
});
