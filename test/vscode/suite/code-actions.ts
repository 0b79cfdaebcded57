import * as vscode from "vscode";
import { assert } from "./assert.ts";

export function rangeOf({ document }: vscode.TextEditor, words: string): vscode.Range {
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
export async function choose(editor: vscode.TextEditor, words: string, title: string): Promise<void> {
  const action = (await actionsAt(editor, words)).find((candidate) => candidate.title === title);
  if (action?.edit === undefined) throw new Error(`there is no action ${title}`);
  assert.equal(await vscode.workspace.applyEdit(action.edit), true);
}
