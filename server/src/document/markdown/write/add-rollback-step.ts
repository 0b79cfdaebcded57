import { replaceSpan } from "../../../text/changes.ts";
import type { ItemPiece, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { lineAfter, lineAt, lineBreakOf } from "../../../text/markdown/source-lines.ts";
import type { Place, TextChange } from "../../../text/place.ts";
import { columnOf } from "../../../words/lists.ts";
import type { RollbackForm } from "../../../words/terms.ts";
import type { Intention } from "../../intention.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";
import { appendColumn } from "./append-column.ts";

const words: Readonly<Record<RollbackForm, string>> = {
  flag: "Flag `[name of the flag]` off",
  script: "Script `[path of the script]`",
  command: "Run `[command to run]`",
  revert: "Revert the change and redeploy",
  config: "Restore the configuration before the change",
  irreversible: "Irreversible; fix forward with [the forward fix]",
  step: "[How it is undone]",
};

/**
 * Says how a work item or a migration is undone: in the rollback cell of its row (with a new column where the table has
 * none), in a line below a task item, or in a line below a fence of migrations. `undefined` when nothing stands there.
 */
export function addRollbackStep(
  document: MarkdownDocument,
  { target, form }: Extract<Intention, { readonly do: "add-rollback-step" }>,
): readonly TextChange[] | undefined {
  const within = ({ part, start, end }: Place): boolean =>
    part === target.part && start <= target.start && target.end <= end;
  for (const { passage } of document[reading].outline.nodes) {
    if (passage.part !== target.part) continue;
    for (const piece of passage.pieces) {
      if (piece.type === "table") {
        const row = piece.cells.findIndex((cells) =>
          cells.some(({ start, end }) => within({ part: passage.part, start, end })),
        );
        if (row >= 0) return inTable(document, piece, target, row, words[form]);
      } else if (piece.type === "item" && within(piece.at)) return belowItem(document, piece, words[form]);
      else if (piece.type === "fence") {
        const { part } = passage;
        if (piece.lines.some(({ start, end }) => within({ part, start, end }))) {
          return belowFence(document, { part, start: piece.lines.at(-1)?.end ?? 0, end: 0 }, words[form]);
        }
      }
    }
  }
  return undefined;
}

const rollbackColumn = columnOf("columnRollback");

function inTable(
  document: MarkdownDocument,
  table: TablePiece,
  { part }: Place,
  row: number,
  step: string,
): readonly TextChange[] {
  const { text } = document;
  const column = rollbackColumn(table.columns);
  const cell = column < 0 ? undefined : table.cells[row]?.[column];
  if (cell !== undefined) {
    const span = document.span({ part, ...cell });
    const bare = span.start === span.end && text.charAt(span.start - 1) === "|";
    return replaceSpan(text, span, bare ? ` ${step}` : step);
  }
  return appendColumn(document, part, table, "Rollback", (index) => (index === row ? step : " "));
}

function belowItem(document: MarkdownDocument, piece: ItemPiece, step: string): readonly TextChange[] {
  const { text } = document;
  const span = document.span(piece.at);
  const line = lineAt(text, span.start);
  const indent = " ".repeat(Math.max(2, text.slice(line.start, span.start).length));
  const { end } = lineAt(text, span.end);
  return [{ start: end, end, text: `${lineBreakOf(text)}${indent}- **Rollback**: ${step}` }];
}

function belowFence(document: MarkdownDocument, lastLine: Place, step: string): readonly TextChange[] {
  const { text } = document;
  const eol = lineBreakOf(text);
  const { end } = lineAt(text, lineAfter(text, document.span({ ...lastLine, end: lastLine.start }).start));
  return [{ start: end, end, text: `${eol}${eol}**Rollback:** ${step}${eol}` }];
}
