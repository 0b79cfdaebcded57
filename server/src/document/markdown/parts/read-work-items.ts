import type { HeadedPieces, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { linkLabelAt } from "../../../text/markdown/prose.ts";
import type { Span, Text } from "../../../text/place.ts";
import { columnOf, slugHas } from "../../../words/lists.ts";
import { saysNothing } from "../../../words/rollback-words.ts";
import type { WorkItem } from "../../model.ts";
import { stepOf } from "../rollback/rollback-step.ts";

/** Rows of tables that name a change and how it is undone. */
export const workItemsOf = ({ pieces }: HeadedPieces): readonly WorkItem[] =>
  pieces.flatMap((piece) => (piece.type === "table" ? rowItems(piece) : []));

const rollbackColumn = columnOf("columnRollback");
const namesChange = slugHas("columnId");
const titleColumn = columnOf("columnTitle");
const ownerColumn = columnOf("columnOwner");
const riskColumn = columnOf("columnRisk");

function rowItems(table: TablePiece): readonly WorkItem[] {
  const rollback = rollbackColumn(table.columns);
  const id = table.columns.findIndex((column) => namesChange(column) || column === "column-1");
  const title = titleColumn(table.columns);
  const owner = ownerColumn(table.columns);
  const risk = riskColumn(table.columns);
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
