import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { TestClient, folder as workspace } from "../lsp/client.ts";
import { folderForEach } from "../unit/cli/temporary-folder.ts";
import { isBuilt, releaseDocs } from "./command.ts";
import { badManifest } from "./documents.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const server = join(root, "dist", "server.js");
const isServerBuilt = existsSync(server);
if (!isServerBuilt)
  console.log("the comparison with the server is skipped: there is no dist/server.js (npm run build)");

/** A tree with every kind, configuration, links and team schemas. */
function tree(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    ".release-docs.yaml": "rules:\n  structure/section-order: off\n  placeholders/unfilled: information\n",
    "bad.release-manifest.yaml": badManifest,
    "crlf.md": "# Release Runbook v1\r\n\r\n- [ ] 🚀 ready [Name]\r\n\r\n## Rollback\r\n\r\nTBD\r\n",
    "nested/.release-docs.yaml":
      "documents: [{ files: '*.md', kind: ReleaseChecklist }]\nrules: { 'gates/*': warning }\n",
    "nested/plain.md": "# Anything\n\n- [ ] One\n- [x] Two (waived by @a: b)\n",
    "notes.md": "# Notes\n",
  };
  for (const from of ["examples", "test/fixtures"]) {
    for (const entry of readdirSync(join(root, from), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files[relative(root, path).split(sep).join("/")] = readFileSync(path, "utf8");
    }
  }
  return files;
}

interface Diagnostic {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly severity: 1 | 2 | 3 | 4;
  readonly code: string;
  readonly codeDescription: { readonly href: string };
  readonly message: string;
  readonly data: { readonly fixable: boolean };
}
interface Position {
  readonly line: number;
  readonly character: number;
}

const severities = { 1: "error", 2: "warning", 3: "information", 4: "hint" } as const;

function asReported({ range, severity, code, codeDescription, message, data }: Diagnostic): object {
  return {
    rule: code,
    severity: severities[severity],
    message,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    url: codeDescription.href,
    fixable: data.fixable,
  };
}

const folder = folderForEach();

describe.skipIf(!isBuilt || !isServerBuilt)("the command and the language server", () => {
  it("find the same, byte for byte", async () => {
    const files = tree();
    folder.write(files);
    const { stdout, stderr } = await releaseDocs(["check", "--format", "json", "."], { cwd: folder.path });
    expect(stderr).toBe("");
    const documents: readonly { readonly path: string; readonly findings: readonly object[] }[] =
      JSON.parse(stdout).documents;
    expect(documents.length).toBeGreaterThan(20);
    expect(documents.flatMap(({ findings }) => findings).length).toBeGreaterThan(100);

    const client = TestClient.overStdio(server);
    for (const [path, text] of Object.entries(files)) client.files.set(`${workspace}/${path}`, text);
    await client.initialize();
    for (const { path, findings } of documents) {
      const uri = `${workspace}/${path}`;
      await client.open(uri, files[path] ?? "");
      const report = await client.request<{ readonly items: readonly Diagnostic[] }>("textDocument/diagnostic", {
        textDocument: { uri },
      });
      expect(`${path}\n${JSON.stringify(report.items.map(asReported))}`).toBe(`${path}\n${JSON.stringify(findings)}`);
      await client.close(uri);
    }
    expect(await client.stop()).toBe(0);
  });
});
