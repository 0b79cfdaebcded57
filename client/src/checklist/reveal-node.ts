import { Range, Selection, TextEditorRevealType, Uri, window } from "vscode";
import { toRange } from "../preview/positions.ts";
import type { ChecklistNode } from "./checklist-node.ts";

/** Shows a document, or the box of a gate, in its editor. */
export async function revealNode(node: ChecklistNode, preserveFocus: boolean): Promise<void> {
  if (node.is === "group" || node.is === "section") return;
  const uri = Uri.parse(node.document.uri);
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const editor = await window.showTextDocument(uri, {
    preserveFocus,
    preview: true,
    ...(open?.viewColumn === undefined ? {} : { viewColumn: open.viewColumn }),
  });
  if (node.is === "document") return;
  const range = editor.document.validateRange(toRange(node.gate.range));
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(new Range(range.start, range.end), TextEditorRevealType.InCenterIfOutsideViewport);
}
