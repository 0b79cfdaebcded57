import { Uri } from "vscode";

/** What the pages of previews and reports are made from, on disk. */
export interface PageFiles {
  /** The folder that a webview may load from. */
  readonly root: Uri;
  readonly script: Uri;
  /** Of their tabs. */
  readonly icon: { readonly light: Uri; readonly dark: Uri };
}

export function pageFiles(extension: Uri): PageFiles {
  const root = Uri.joinPath(extension, "dist", "webview");
  const icon = (theme: string): Uri => Uri.joinPath(extension, "client", "media", `page-${theme}.svg`);
  return { root, script: Uri.joinPath(root, "preview.js"), icon: { light: icon("light"), dark: icon("dark") } };
}
