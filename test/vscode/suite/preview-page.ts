import * as vscode from "vscode";
import { open, workspaceUri } from "./editor.ts";
import { hand } from "./hand.ts";

/** Opens the preview beside an editor, and waits until it shows the document. */
export async function preview(editor: vscode.TextEditor): Promise<void> {
  await vscode.commands.executeCommand("releaseDocs.showPreviewToSide", editor.document.uri);
  await shown(".banner");
}

/** Resolves when the webview shows what a selector names. */
export const shown = (selector: string): Promise<void> => hand.see(selector);

/** The page as the webview holds it: its elements with their attributes by name. Equal pages are equal texts. */
export const pageAsHeld = (): Promise<string> =>
  hand.evaluate(`(function write(node) {
    if (!(node instanceof Element)) return node.nodeValue;
    const attributes = [...node.attributes].map(({ name, value }) => " " + name + "=" + JSON.stringify(value)).sort();
    return "<" + node.localName + attributes.join("") + ">" + [...node.childNodes].map(write).join("") + "</>";
  })(document.getElementById("page"))`);

/** Closes the preview, and waits until it is gone. */
export async function closePreview(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter(({ input }) => input instanceof vscode.TabInputWebview));
}

/** Selects the box of a gate. */
export const box = (text: string): string => `input[aria-label^=${JSON.stringify(text)}]`;

/** A checklist in progress. */
export const checklist = (body: string): string =>
  `---\nkind: ReleaseChecklist\nstatus: in progress\n---\n# Release Checklist: v1\n\n## Pre-Release\n\n${body}\n`;

/** A manifest with one gate, due and open. */
export const manifest = `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v9.0.0
  status: approved
checklist:
  preRelease:
    - gate: Backups verified
      checked: false
`;

/** Opens a document that a test needs for itself. */
export async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(workspaceUri(name), new TextEncoder().encode(text));
  return open(name);
}
