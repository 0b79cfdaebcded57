import { Disposable, type Uri, workspace } from "vscode";

/** Calls when a text that was no file yet becomes one: VS Code opens the file with that text, saves it, and closes the draft. */
export function onDidSaveDraft(moved: (draft: Uri, file: Uri) => void): Disposable {
  /** By draft: a file that was opened with its text, which saving may format before it is written. */
  const opened = new Map<string, string>();
  const saved = new Map<string, Uri>();
  const draftsLike = (text: string): readonly string[] =>
    workspace.textDocuments
      .filter((document) => document.isUntitled && text !== "" && document.getText() === text)
      .map(({ uri }) => uri.toString());
  return Disposable.from(
    workspace.onDidOpenTextDocument((file) => {
      if (!file.isUntitled) for (const draft of draftsLike(file.getText())) opened.set(draft, file.uri.toString());
    }),
    workspace.onDidSaveTextDocument((file) => {
      const formatted = [...opened].flatMap(([draft, uri]) => (uri === file.uri.toString() ? [draft] : []));
      for (const draft of [...formatted, ...draftsLike(file.getText())]) saved.set(draft, file.uri);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      const file = saved.get(uri.toString());
      opened.delete(uri.toString());
      saved.delete(uri.toString());
      if (file !== undefined) moved(uri, file);
    }),
  );
}
