import { workspace } from "vscode";
import type { EditorSettings } from "../../server/src/lsp/settings.ts";

/** Our settings in the editor, by their names and types. */
export const ourSettings = () => workspace.getConfiguration("releaseDocs");

/** A setting as it holds for the window; `fallback` where the manifest of the extension has no default. */
export const setting = <Name extends keyof EditorSettings>(
  name: Name,
  fallback: EditorSettings[Name],
): EditorSettings[Name] => ourSettings().get<EditorSettings[Name]>(name, fallback);
