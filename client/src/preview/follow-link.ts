import { commands, Uri, window } from "vscode";
import { isWithin } from "../../../server/src/workspace/bounds.ts";
import type { BoundedFiles } from "../bounded-files.ts";
import { noticeText } from "../plain-text.ts";

/** Opens what a relative link of a document points to, in an editor beside it; nothing outside of its repository or workspace. */
export async function followLink(document: Uri, href: string, bounds: BoundedFiles): Promise<void> {
  const [path = "", fragment] = href.split("#");
  if (path === "") return;
  if (document.scheme === "untitled") {
    await window.showInformationMessage("Save this document first: where its links lead depends on its folder.");
    return;
  }
  const target = Uri.joinPath(document, "..", decode(path)).with(fragment === undefined ? {} : { fragment });
  const root = (await bounds.rootOf(document)) ?? Uri.joinPath(document, "..");
  if (!isWithin(root.toString(), target.toString()) || !(await bounds.isInside(target))) {
    await window.showWarningMessage(`${noticeText(path)} leads out of the repository of this document.`);
    return;
  }
  try {
    await commands.executeCommand("vscode.open", target);
  } catch {
    await window.showWarningMessage(`There is no file ${noticeText(path)} beside this document.`);
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path.split("?", 1)[0] ?? "");
  } catch {
    return path;
  }
}
