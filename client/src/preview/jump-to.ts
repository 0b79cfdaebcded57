import { Position, Range, Selection, TextEditorRevealType, type Uri, ViewColumn, window, workspace } from "vscode";

/** Shows a place of a document in its editor: where it is open already, else beside the preview. */
export async function jumpTo(uri: Uri, line: number, character: number): Promise<void> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const document = open?.document ?? (await workspace.openTextDocument(uri));
  const editor = await window.showTextDocument(document, { viewColumn: open?.viewColumn ?? ViewColumn.Beside });
  const at = editor.document.validatePosition(new Position(line, character));
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
}
