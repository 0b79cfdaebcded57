import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { choose, rangeOf } from "./code-actions.ts";
import { closeAll, diagnosticsOf, has, open } from "./editor.ts";
import { suite } from "./harness.ts";

const manifest = "checkout-v2.2.0/release-manifest.yaml";
const runbook = "checkout-v2.2.0/runbook.md";

export const featuresSuite = suite("features", ({ test, afterEach }) => {
  afterEach(closeAll);

  test("adds a rollback step with the cursor at what the author types", async () => {
    const editor = await open(manifest);
    const diagnostics = await diagnosticsOf(editor.document.uri, has("rollback/missing-step"));
    const finding = diagnostics.find(({ code }) => typeof code === "object" && code.value === "rollback/missing-step");
    const words = editor.document.getText(finding?.range);
    const indent = editor.document.lineAt(finding?.range.start.line ?? 0).text.search(/\S/);
    await choose(editor, words, "Add rollback by script");
    const added = rangeOf(editor, "script: TBD");
    const pad = " ".repeat(indent);
    assert.equal(editor.document.lineAt(added.start.line - 1).text, `${pad}  rollback:`);
    assert.equal(editor.document.lineAt(added.start.line).text, `${pad}    script: TBD`);
    assert.equal(editor.document.getText(editor.selection), "TBD");
  });

  test("declares lenses, an outline and folds for a manifest", async () => {
    const editor = await open(manifest);
    await diagnosticsOf(editor.document.uri, has("gates/failed"));
    const { uri } = editor.document;
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 50);
    const titles = lenses.map(({ command }) => command?.title ?? "");
    assert.match(titles.join("\n"), /^No-Go: \d+ blockers$/m);
    assert.match(titles.join("\n"), /^\d+ of \d+ gates open/m);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name).filter((name) => ["scope", "rollout", "checklist"].includes(name)),
      ["scope", "rollout", "checklist"],
    );
  });

  test("renames a work item in the manifest and in its runbook", async () => {
    const editor = await open(manifest);
    await diagnosticsOf(editor.document.uri, has("gates/failed"));
    const id = /- id: ["']?([^"'\n]+)/.exec(editor.document.getText())?.[1] ?? "";
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      editor.document.uri,
      rangeOf(editor, id).start.translate(0, 1),
      "#4711",
    );
    assert.equal(
      edit.entries().some(([uri]) => uri.path === editor.document.uri.path),
      true,
    );
    const other = await open(runbook);
    if (other.document.getText().includes(id)) {
      assert.equal(
        edit.entries().some(([uri]) => uri.path === other.document.uri.path),
        true,
      );
    }
  });
});
