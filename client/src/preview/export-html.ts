import { env, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ExportedPage, exportPageMethod } from "../../../server/src/lsp/protocol.ts";

/** Writes a document as one HTML file where the user wants it. */
export async function exportHtml(client: BaseLanguageClient, uri: Uri): Promise<void> {
  const page = await renderPage(client, uri, "auto");
  if (page === undefined) return;
  const target = await window.showSaveDialog({
    title: "Export as HTML",
    ...(uri.scheme === "untitled" ? {} : { defaultUri: withHtmlName(uri) }),
    filters: { HTML: ["html"] },
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
  const open = "Open in Browser";
  const choice = await window.showInformationMessage(`Exported “${page.title}”.`, open);
  if (choice === open) await env.openExternal(target);
}

/** Opens a document as a page in the browser, whose print dialog does the rest. `folder`: where such pages are kept. */
export async function printDocument(client: BaseLanguageClient, uri: Uri, folder: Uri): Promise<void> {
  const page = await renderPage(client, uri, "light");
  if (page === undefined) return;
  await workspace.fs.createDirectory(folder);
  const target = Uri.joinPath(folder, `${nameOf(uri)}.html`);
  await workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
  if (!(await env.openExternal(target))) {
    await window.showWarningMessage("No browser could be opened. Export the document as HTML, and print that file.");
  }
}

async function renderPage(
  client: BaseLanguageClient,
  uri: Uri,
  theme: "light" | "auto",
): Promise<ExportedPage | undefined> {
  await workspace.openTextDocument(uri);
  const page = await client.sendRequest<ExportedPage | null>(exportPageMethod, { uri: uri.toString(), theme });
  if (page === null) await window.showInformationMessage("This file is no release document.");
  return page ?? undefined;
}

const withHtmlName = (uri: Uri): Uri => Uri.joinPath(uri, "..", `${nameOf(uri)}.html`);

const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "") || "release";
