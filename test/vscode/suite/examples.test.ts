import * as vscode from "vscode";
import type { ReleaseDocsExtension } from "../../../client/src/activate-client.ts";
import { assert } from "./assert.ts";
import { closeAll, diagnosticsOf, open, openText, workspaceUri } from "./editor.ts";
import { suite } from "./harness.ts";

/** A diagnostic in one line: `27:11-27:15 error schema/enum`, counted from 1. */
function told({ range, severity, code, source }: vscode.Diagnostic): string {
  const place = `${range.start.line + 1}:${range.start.character + 1}-${range.end.line + 1}:${range.end.character + 1}`;
  const rule = typeof code === "object" ? code.value : code;
  return `${place} ${vscode.DiagnosticSeverity[severity].toLowerCase()} ${source} ${rule}`;
}

const ours = (diagnostics: readonly vscode.Diagnostic[]): readonly string[] =>
  diagnostics
    .filter(({ source }) => source === "release-docs")
    .map(told)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));

const has =
  (rule: string) =>
  (diagnostics: readonly vscode.Diagnostic[]): boolean =>
    ours(diagnostics).some((line) => line.endsWith(rule));

const manifest = "checkout-v2.2.0/release-manifest.yaml";
const runbook = "checkout-v2.2.0/runbook.md";

/** What keeps the example release from Go, as the Problems panel lists it. */
const manifestProblems = [
  "7:9-7:19 warning release-docs references/runbook-mismatch",
  "19:11-19:19 error release-docs gates/missing-approval",
  "27:11-27:15 error release-docs schema/enum",
  "30:9-30:16 error release-docs rollback/missing-step",
  "40:15-40:18 warning release-docs testing/below-target",
  "68:18-68:21 error release-docs rollback/exceeds-rto",
  "77:16-77:21 error release-docs gates/unchecked",
  "78:13-78:31 error release-docs gates/failed",
  "82:16-82:20 warning release-docs gates/out-of-order",
];

async function extension(): Promise<ReleaseDocsExtension> {
  const found = vscode.extensions.getExtension<ReleaseDocsExtension>("release-docs.release-docs");
  if (found === undefined) throw new Error("the extension is not installed");
  return found.activate();
}

async function replace(editor: vscode.TextEditor, wanted: string, text: string): Promise<void> {
  const at = editor.document.getText().indexOf(wanted);
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + wanted.length));
  assert.equal(await editor.edit((edit) => edit.replace(range, text)), true);
}

export const examplesSuite = suite("examples", ({ test, afterEach }) => {
  afterEach(closeAll);

  test("shows what keeps a manifest from Go, at the exact places", async () => {
    const editor = await open(manifest);
    assert.equal(editor.document.languageId, "release-manifest");
    assert.deepEqual(ours(await diagnosticsOf(editor.document.uri, has("gates/failed"))), manifestProblems);
    await (await extension()).whenStarted;
  });

  test("sees a fault go with the edit that mends it, and come back with undo", async () => {
    const editor = await open(manifest);
    const { uri } = editor.document;
    await diagnosticsOf(uri, has("schema/enum"));
    await replace(editor, "risk: hihg", "risk: high");
    const mended = await diagnosticsOf(
      uri,
      (diagnostics) => diagnostics.length > 0 && !has("schema/enum")(diagnostics),
    );
    assert.deepEqual(
      ours(mended),
      manifestProblems.filter((line) => !line.endsWith("schema/enum")),
    );
    await vscode.commands.executeCommand("undo");
    assert.deepEqual(ours(await diagnosticsOf(uri, has("schema/enum"))), manifestProblems);
  });

  test("shows what a runbook lacks, and sees a gate go when it is ticked", async () => {
    const editor = await open(runbook);
    const { uri } = editor.document;
    const before = ours(await diagnosticsOf(uri, has("rollback/missing-trigger")));
    const unchecked = before.filter((line) => line.endsWith("gates/unchecked"));
    assert.equal(unchecked.length, 3);
    await replace(editor, "- [ ] On-call engineer confirmed", "- [x] On-call engineer confirmed");
    await diagnosticsOf(
      uri,
      (diagnostics) => ours(diagnostics).filter((line) => line.endsWith("gates/unchecked")).length === 2,
    );
  });

  test("has no word about a Markdown file that is no release document", async () => {
    const editor = await openText("# Notes\n\n- [ ] buy milk\n", "markdown");
    const other = await open(manifest);
    await diagnosticsOf(other.document.uri);
    assert.deepEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
  });

  test("finds the release that is Go without an open file, and has no errors to show for it", async () => {
    await open(manifest);
    await diagnosticsOf(workspaceUri(runbook));
    const errors = vscode.languages
      .getDiagnostics()
      .filter(([uri]) => uri.path.includes("checkout-v2.1.0"))
      .flatMap(([, diagnostics]) => ours(diagnostics));
    assert.deepEqual(errors, []);
  });
});
