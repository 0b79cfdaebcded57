import * as vscode from "vscode";

/** The example workspace, a copy that tests may change. In a web worker its scheme is `vscode-remote`, never assume `file`. */
export function workspaceUri(...path: readonly string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No workspace folder is open.");
  return vscode.Uri.joinPath(folder.uri, ...path);
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceUri(path)));
}

/** Opens a text that is no file yet. */
export async function openText(content: string, language: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

/** Closes all editors and drops what was not saved, be it known already that it was not or not. */
export async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
  }
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
}

/**
 * Resolves with the first defined answer of `look`, asked at once and again after each event.
 * It never gives up: the harness ends a test that hangs.
 */
export async function until<T>(event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  let subscription: vscode.Disposable | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const ask = (): void => {
        try {
          const answer = look();
          if (answer !== undefined) resolve(answer);
        } catch (error) {
          reject(error);
        }
      };
      subscription = event(ask);
      ask();
    });
  } finally {
    subscription?.dispose();
  }
}

/** Resolves when the diagnostics of a document satisfy `wanted`; by default, when there are any. */
export function diagnosticsOf(
  uri: vscode.Uri,
  wanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean = (diagnostics) => diagnostics.length > 0,
): Promise<readonly vscode.Diagnostic[]> {
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const diagnostics = vscode.languages.getDiagnostics(uri);
    return wanted(diagnostics) ? diagnostics : undefined;
  });
}

/** Whether diagnostics have one of a rule. */
export const has =
  (rule: string) =>
  (diagnostics: readonly vscode.Diagnostic[]): boolean =>
    diagnostics.some(({ code }) => typeof code === "object" && code.value === rule);

/** The text of a document once it is another one. */
export const changed = (document: vscode.TextDocument, from: string): Promise<string> =>
  until(vscode.workspace.onDidChangeTextDocument, () => {
    const text = document.getText();
    return text === from ? undefined : text;
  });
