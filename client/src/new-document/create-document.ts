import { Selection, TextEditorRevealType, type Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { FilledTemplate } from "../../../server/src/lsp/protocol.ts";
import { noticeText } from "../plain-text.ts";
import { toRange } from "../preview/positions.ts";

/** Whether something stands at an address already. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes a new document, as an edit that can be undone, and shows it with its first blank selected. Never writes over what is
 * there; `undefined` when it could not be written, and the person was told why.
 */
export async function createDocument(uri: Uri, { text, firstBlank }: FilledTemplate): Promise<Uri | undefined> {
  const path = noticeText(workspace.asRelativePath(uri));
  if (await exists(uri)) {
    window.showErrorMessage(`${path} exists already, and is left as it is.`);
    return undefined;
  }
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    window.showErrorMessage(`${path} could not be written.`);
    return undefined;
  }
  await showNew(uri, firstBlank);
  return uri;
}

/** Shows a text that is no file yet, where no folder is open that it could be written to. */
export async function createUntitled(language: string, { text, firstBlank }: FilledTemplate): Promise<Uri> {
  const document = await workspace.openTextDocument({ content: text, language });
  await showNew(document.uri, firstBlank);
  return document.uri;
}

async function showNew(uri: Uri, firstBlank: FilledTemplate["firstBlank"]): Promise<void> {
  const editor = await window.showTextDocument(uri, { preview: false });
  if (firstBlank === undefined) return;
  const range = editor.document.validateRange(toRange(firstBlank));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
