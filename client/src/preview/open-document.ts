import { type TextDocument, type Uri, workspace } from "vscode";

/**
 * A document, opened without an editor where it is not open. `undefined` for a text that is no file and is closed: to open it
 * would make an empty one.
 */
export async function openDocument(uri: Uri): Promise<TextDocument | undefined> {
  if (uri.scheme !== "untitled") return workspace.openTextDocument(uri);
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
