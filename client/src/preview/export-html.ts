import { env, UIKind, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ExportedPage, exportPageRequest } from "../../../server/src/lsp/protocol.ts";
import { noticeText } from "../plain-text.ts";
import { openDocument } from "./open-document.ts";

/** Writes a document as one HTML file where the user wants it. */
export async function exportHtml(client: BaseLanguageClient, uri: Uri): Promise<void> {
  const page = await renderPage(client, uri, "auto");
  if (page === undefined) return;
  const proposed = proposedFile(uri, page);
  const target = await window.showSaveDialog({
    title: "Export as HTML",
    ...(proposed === undefined ? {} : { defaultUri: proposed }),
    filters: { HTML: ["html"] },
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
  const open = "Open in Browser";
  const offered = browserReads(target) ? [open] : [];
  const choice = await window.showInformationMessage(`Exported “${noticeText(page.title)}”.`, ...offered);
  if (choice === open) await env.openExternal(target);
}

/**
 * Opens a document as a page in the browser, whose print dialog does the rest. `folder`: where such pages are kept. Where the
 * browser cannot read that folder, offers the export.
 */
export async function printDocument(client: BaseLanguageClient, uri: Uri, folder: Uri): Promise<void> {
  if (!browserReads(folder)) {
    const exportIt = "Export as HTML…";
    const words = "Your browser does not reach the files of this editor. Export the document, and print that file.";
    if ((await window.showInformationMessage(words, exportIt)) === exportIt) await exportHtml(client, uri);
    return;
  }
  const page = await renderPage(client, uri, "light");
  if (page === undefined) return;
  await workspace.fs.createDirectory(folder);
  const target = Uri.joinPath(folder, `${nameOf(uri)}.html`);
  await workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
  if (!(await env.openExternal(target))) {
    await window.showWarningMessage("No browser could be opened. Export the document as HTML, and print that file.");
  }
}

/** Whether the browser runs where the file is: not in the web, nor on the near side of a remote machine. */
const browserReads = ({ scheme }: Uri): boolean =>
  scheme === "file" && env.uiKind === UIKind.Desktop && env.remoteName === undefined;

async function renderPage(
  client: BaseLanguageClient,
  uri: Uri,
  theme: "light" | "auto",
): Promise<ExportedPage | undefined> {
  const document = await openDocument(uri);
  const page = document && (await exportPageRequest.send(client, { uri: uri.toString(), theme }));
  if (page === null || page === undefined) await window.showInformationMessage("This file is no release document.");
  return page ?? undefined;
}

/** Beside its document; what is no file yet, in the workspace, by its title. */
function proposedFile(uri: Uri, { title }: ExportedPage): Uri | undefined {
  if (uri.scheme !== "untitled") return Uri.joinPath(uri, "..", `${nameOf(uri)}.html`);
  const [folder] = workspace.workspaceFolders ?? [];
  const name = title.match(/[\p{L}\p{N}](?:\.?[\p{L}\p{N}])*/gu)?.join("-") ?? "";
  return folder && Uri.joinPath(folder.uri, `${name === "" ? "release" : name}.html`);
}

const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "") || "release";
