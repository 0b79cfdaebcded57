import { commands, Uri, window } from "vscode";

/** Opens what a relative link of a document points to, in an editor beside it. */
export async function followLink(document: Uri, href: string): Promise<void> {
  const [path = "", fragment] = href.split("#");
  if (path === "") return;
  if (document.scheme === "untitled") {
    await window.showInformationMessage("Save this document first: where its links lead depends on its folder.");
    return;
  }
  const target = Uri.joinPath(document, "..", decode(path)).with(fragment === undefined ? {} : { fragment });
  try {
    await commands.executeCommand("vscode.open", target);
  } catch {
    await window.showWarningMessage(`There is no file ${path} beside this document.`);
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path.split("?", 1)[0] ?? "");
  } catch {
    return path;
  }
}
