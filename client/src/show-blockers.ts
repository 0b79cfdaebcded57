import { type QuickPickItem, Range, Selection, type TextEditor, TextEditorRevealType, window } from "vscode";
import type { AssessmentSummary, BlockerSummary } from "../../server/src/lsp/protocol.ts";

interface BlockerItem extends QuickPickItem {
  readonly blocker: BlockerSummary;
}

/** Lists what keeps the active document from Go; a choice jumps there. */
export async function showBlockers(summary: AssessmentSummary | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  if (summary === undefined || editor === undefined) {
    await window.showInformationMessage("The active editor shows no release document.");
    return;
  }
  if (summary.blockers.length === 0) {
    await window.showInformationMessage(`${summary.verdictTitle}: no blockers.`);
    return;
  }
  const items = summary.blockers.map(toItem);
  const chosen = await window.showQuickPick(items, {
    title: `${summary.verdictTitle}: what blocks the release`,
    placeHolder: "Choose a blocker to go to its place",
    matchOnDetail: true,
  });
  if (chosen !== undefined) await jump(editor, chosen.blocker);
}

function toItem(blocker: BlockerSummary): BlockerItem {
  const silenced = blocker.suppressed ? ", silenced by a comment" : "";
  return {
    label: blocker.message,
    detail: `Line ${blocker.range.start.line + 1}, ${blocker.rule}${silenced}`,
    blocker,
  };
}

async function jump(editor: TextEditor, { range }: BlockerSummary): Promise<void> {
  const shown = await window.showTextDocument(editor.document, editor.viewColumn);
  const target = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  shown.selection = new Selection(target.start, target.start);
  shown.revealRange(target, TextEditorRevealType.InCenterIfOutsideViewport);
}
