import type { FencePiece, HeadedPieces, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { textAt } from "../../../text/markdown/prose.ts";
import type { Part, Text } from "../../../text/place.ts";
import { columnOf } from "../../../words/lists.ts";
import type { Milestone } from "../../model.ts";

/** Rows of tables with a name and a date. */
export const tableMilestones = ({ pieces }: HeadedPieces): readonly Milestone[] =>
  pieces.flatMap((piece) => (piece.type === "table" ? milestoneRows(piece) : []));

/** The tasks of mermaid gantt charts. */
export const ganttMilestones = ({ part, pieces }: HeadedPieces): readonly Milestone[] =>
  pieces.flatMap((piece) => (piece.type === "fence" && piece.language === "mermaid" ? ganttTasks(part, piece) : []));

const dateColumn = columnOf("columnDate");
const nameColumn = columnOf("columnMilestone");
const endColumn = columnOf("columnEnd");
const leadColumn = columnOf("columnLead");

function milestoneRows(table: TablePiece): readonly Milestone[] {
  const date = dateColumn(table.columns);
  const name = nameColumn(table.columns);
  if (date < 0 || name < 0 || date === name) return [];
  const end = endColumn(table.columns);
  const owner = leadColumn(table.columns);
  return table.rows.flatMap((row) => {
    const cell = (index: number): Text | undefined => (index < 0 || row[index]?.value === "" ? undefined : row[index]);
    const named = cell(name);
    if (named === undefined) return [];
    const [on, until, by] = [cell(date), cell(end), cell(owner)];
    return [
      {
        name: named,
        ordered: true,
        ...(on === undefined ? {} : { date: on }),
        ...(until === undefined ? {} : { end: until }),
        ...(by === undefined ? {} : { owner: by }),
      },
    ];
  });
}

/** `Code freeze :crit, freeze, 2024-01-16, 2024-01-17` */
function ganttTasks(part: Part, fence: FencePiece): readonly Milestone[] {
  const first = fence.lines.find((line) => part.text.slice(line.start, line.end).trim() !== "");
  if (first === undefined || !/^\s*gantt\b/.test(part.text.slice(first.start, first.end))) return [];
  return fence.lines.flatMap((line) => {
    const source = part.text.slice(line.start, line.end);
    const colon = source.indexOf(":");
    const dates = colon < 0 ? [] : [...source.slice(colon).matchAll(/\d{4}-\d{2}-\d{2}/g)];
    if (dates.length === 0) return [];
    const at = (index: number): Text | undefined => {
      const match = dates[index];
      if (match === undefined) return undefined;
      const start = line.start + colon + match.index;
      return textAt(part, { start, end: start + match[0].length });
    };
    const [date, end] = [at(0), at(1)];
    const name = textAt(part, { start: line.start, end: line.start + colon });
    if (name.value === "") return [];
    return [{ name, ...(date === undefined ? {} : { date }), ...(end === undefined ? {} : { end }) }];
  });
}
