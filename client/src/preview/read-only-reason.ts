import { type Uri, workspace } from "vscode";

/** Why the gates of a document cannot be answered; `undefined` when they can. */
export function readOnlyReason(uri: Uri): string | undefined {
  if (!workspace.isTrusted) return "Restricted Mode: gates can be answered once you trust this workspace.";
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false && uri.scheme !== "untitled") {
    return "This file is read-only: its gates cannot be answered here.";
  }
  return undefined;
}
