import type { HeadedPieces, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { linkLabelAt } from "../../../text/markdown/prose.ts";
import type { Span, Text } from "../../../text/place.ts";
import { saysNothing } from "../../../words/rollback-words.ts";
import type { WorkItem } from "../../model.ts";
import { stepOf } from "../rollback/rollback-step.ts";

/** Rows of tables that name a change and how it is undone. */
export const workItemsOf = ({ pieces }: HeadedPieces): readonly WorkItem[] =>
  pieces.flatMap((piece) => (piece.type === "table" ? rowItems(piece) : []));

function rowItems(table: TablePiece): readonly WorkItem[] {
  const column = (words: RegExp): number => table.columns.findIndex((name) => words.test(name));
  const rollback = column(/roll-?back|back-?out|revert/);
  const id = column(/(?:^|-)(?:id|pr|topic|ticket|issue|key|number|story|change|item|work-item)(?:-|$)|^column-1$/);
  const title = column(/title|summary|description|name|feature|subject/);
  const owner = column(/owner|responsible|assignee|author|team/);
  const risk = column(/risk|severity|impact/);
  const naming = id >= 0 ? id : title;
  if (naming < 0 || (rollback < 0 && risk < 0 && owner < 0)) return [];
  return table.rows.flatMap((row, index) => {
    const cell = (at: number): Text | undefined => (at < 0 || row[at]?.value === "" ? undefined : row[at]);
    const cellSpan: Span | undefined = table.cells[index]?.[naming];
    const part = row[naming]?.at.part;
    if (cellSpan === undefined || part === undefined || row.every(({ value }) => value === "")) return [];
    const name = linkLabelAt(part, cellSpan);
    const step = cell(rollback);
    const undone = step === undefined || saysNothing(step.value) ? [] : [stepOf(step)];
    const [named, owned, risky] = [cell(title), cell(owner), cell(risk)];
    return [
      {
        id: name,
        rollback: undone,
        at: name.at,
        ...(named === undefined || title === naming ? {} : { title: named }),
        ...(owned === undefined ? {} : { owner: owned }),
        ...(risky === undefined ? {} : { risk: risky }),
      },
    ];
  });
}
