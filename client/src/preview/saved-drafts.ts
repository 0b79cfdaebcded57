import { Disposable, type TextDocument, type Uri, workspace } from "vscode";

/** Calls when a text that was no file yet becomes one: VS Code opens the file with that text, saves it, and closes the draft. */
export function onDidSaveDraft(saved: (draft: Uri, file: Uri) => void): Disposable {
  const files = new Map<string, Uri>();
  const consider = (file: TextDocument): void => {
    if (file.isUntitled) return;
    for (const draft of workspace.textDocuments) {
      if (draft.isUntitled && draft.getText() === file.getText()) files.set(draft.uri.toString(), file.uri);
    }
  };
  return Disposable.from(
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidSaveTextDocument(consider),
    workspace.onDidCloseTextDocument(({ uri }) => {
      const file = files.get(uri.toString());
      files.delete(uri.toString());
      if (file !== undefined) saved(uri, file);
    }),
  );
}
