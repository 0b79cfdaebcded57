import {
  commands,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type AssessmentSummary, type BlockerSummary, blockersRequest } from "../../server/src/lsp/protocol.ts";
import { labelText } from "./plain-text.ts";
import { reportCommands } from "./report/report-commands.ts";

/** Without a blocker: the way to the report. */
interface BlockerItem extends QuickPickItem {
  readonly blocker?: BlockerSummary;
}

const toReport = "Show Go/No-Go Report";

/** Lists what keeps the active document from Go; a choice jumps there, or shows the report. */
export async function showBlockers(client: BaseLanguageClient, summary: AssessmentSummary | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  if (summary === undefined || editor === undefined) {
    await window.showInformationMessage("The active editor shows no release document.");
    return;
  }
  if (summary.blockers === 0) {
    const chosen = await window.showInformationMessage(`${summary.verdictTitle}: no blockers.`, toReport);
    if (chosen === toReport) await commands.executeCommand(reportCommands.show, editor.document.uri);
    return;
  }
  const blockers = await blockersRequest.send(client, {
    uri: editor.document.uri.toString(),
  });
  const items: readonly BlockerItem[] = [
    ...blockers.map(toItem),
    { label: "", kind: QuickPickItemKind.Separator },
    { label: `$(output) ${toReport}` },
  ];
  const chosen = await window.showQuickPick(items, {
    title: `${summary.verdictTitle}: what blocks the release`,
    placeHolder: "Choose a blocker to go to its place",
    matchOnDetail: true,
  });
  if (chosen?.blocker !== undefined) await jump(editor, chosen.blocker);
  else if (chosen !== undefined) await commands.executeCommand(reportCommands.show, editor.document.uri);
}

function toItem(blocker: BlockerSummary): BlockerItem {
  const silenced = blocker.suppressed ? ", silenced by a comment" : "";
  return {
    label: labelText(blocker.message),
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
