import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { closeAll, diagnosticsOf, open, workspaceUri } from "./editor.ts";
import { suite } from "./harness.ts";

const manifest = "checkout-v2.2.0/release-manifest.yaml";
const runbook = "checkout-v2.2.0/runbook.md";

const has =
  (rule: string) =>
  (diagnostics: readonly vscode.Diagnostic[]): boolean =>
    diagnostics.some(({ code }) => typeof code === "object" && code.value === rule);

function rangeOf({ document }: vscode.TextEditor, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  if (at === -1) throw new Error(`the document does not say ${words}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

async function actionsAt(editor: vscode.TextEditor, words: string): Promise<readonly vscode.CodeAction[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    editor.document.uri,
    rangeOf(editor, words),
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
  return found;
}

/** Does what an author does who chooses an action of the menu. */
async function choose(editor: vscode.TextEditor, words: string, title: string): Promise<void> {
  const action = (await actionsAt(editor, words)).find((candidate) => candidate.title === title);
  if (action?.edit === undefined) throw new Error(`there is no action ${title}`);
  assert.equal(await vscode.workspace.applyEdit(action.edit), true);
}

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

  test("makes a manifest in plain YAML a release manifest, and those of other releases too", async () => {
    const folder = workspaceUri("ops");
    const put = async (path: string): Promise<vscode.TextEditor> => {
      const text = "apiVersion: release-docs/v1\nkind: ReleaseManifest\n";
      await vscode.workspace.fs.writeFile(workspaceUri(path), new TextEncoder().encode(text));
      return open(path);
    };
    const associations = () =>
      vscode.workspace.getConfiguration("files").inspect<Record<string, string>>("associations")?.workspaceValue;
    try {
      const { document } = await put("ops/v2.1.0/manifest.yaml");
      assert.equal(document.languageId, "yaml");
      await diagnosticsOf(document.uri, has("schema/required"));
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        50,
      );
      const offer = lenses.find(({ command }) => command?.title === "Use the release manifest language")?.command;
      if (offer === undefined) throw new Error("no lens offers the language");
      await vscode.commands.executeCommand(offer.command, ...(offer.arguments ?? []));
      assert.equal(vscode.window.activeTextEditor?.document.languageId, "release-manifest");
      assert.deepEqual(associations(), { "**/ops/v[0-9]*/manifest.yaml": "release-manifest" });
      const next = await put("ops/v2.2.0/manifest.yaml");
      assert.equal(next.document.languageId, "release-manifest");
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(folder, { recursive: true });
      await vscode.workspace
        .getConfiguration("files")
        .update("associations", undefined, vscode.ConfigurationTarget.Workspace);
    }
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
