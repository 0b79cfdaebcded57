import { ConfigurationTarget, languages, type TextDocument, Uri, window, workspace } from "vscode";
import { associationFor } from "./association-for.ts";

const manifestLanguage = "release-manifest";

/**
 * Makes a manifest that is open as plain YAML a release manifest, at once, and says so in the settings for it and for those
 * of other releases: of the workspace, or of the user where none is open. Without a URI the document of the active editor.
 */
export async function useManifestLanguage(uri?: unknown): Promise<void> {
  const document =
    typeof uri === "string" ? await workspace.openTextDocument(Uri.parse(uri)) : window.activeTextEditor?.document;
  if (document === undefined) return;
  await languages.setTextDocumentLanguage(document, manifestLanguage);
  if (!document.isUntitled) await associate(document);
}

async function associate({ uri }: TextDocument): Promise<void> {
  const glob = associationFor({ path: workspace.asRelativePath(uri, false) });
  const inWorkspace = workspace.workspaceFolders !== undefined;
  const settings = workspace.getConfiguration("files");
  const stated = settings.inspect<Readonly<Record<string, string>>>("associations");
  const others = (inWorkspace ? stated?.workspaceValue : stated?.globalValue) ?? {};
  if (others[glob] === manifestLanguage) return;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update("associations", { ...others, [glob]: manifestLanguage }, target);
}
