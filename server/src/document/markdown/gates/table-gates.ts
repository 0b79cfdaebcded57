import { type Box, findBoxes } from "../../../text/markdown/boxes.ts";
import type { TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { plain, unescapeMarkdown } from "../../../text/markdown/prose.ts";
import { markAtStart } from "../../../text/markdown/status-marks.ts";
import type { Part, Span } from "../../../text/place.ts";
import { slugHas, slugIs } from "../../../words/lists.ts";
import { isRefusal } from "../../../words/option-words.ts";
import { choiceGate, type GateContext, makeGate, markGate, type PartGate, saysCritical } from "./make-gate.ts";

const isOwner = slugIs("columnGateOwner");
const isWeight = slugIs("columnWeight");

/** A box that is all a cell asks: at its start, alone or before a few words. */
interface BoxCell {
  readonly column: number;
  readonly cell: Span;
  readonly box: Box;
}

/** The gates of a table: cells with a box, cells with several boxes, and marks in a column that asks by marks. */
export function tableGates(part: Part, table: TablePiece, lead: GateContext): readonly PartGate[] {
  const { start, end } = tableSpan(table);
  if (!/\[[ xX]\]|[☐☑✅✔✓❌✗✘â‚]/.test(part.text.slice(start, end))) return [];
  const asking = columnsWithMarks(part, table);
  return table.cells.flatMap((cells, index) => {
    const values = table.rows[index]?.map(({ value }) => plain(value)) ?? [];
    const row = new Map(table.columns.map((column, at) => [column, values[at] ?? ""]));
    const owner = [...row].find(([column, value]) => value !== "" && isOwner(column));
    const critical = [...row].some(([column, value]) => isWeight(column) && saysCritical(value));
    const context = { ...lead, row, critical, ...(owner === undefined ? {} : { owner: owner[1] }) };
    return rowGates({ part, table, cells, values, asking, context });
  });
}

const tableSpan = ({ cells, headerAt }: TablePiece): Span => ({
  start: cells[0]?.[0]?.start ?? headerAt.end,
  end: cells.at(-1)?.at(-1)?.end ?? headerAt.end,
});

interface Row {
  readonly part: Part;
  readonly table: TablePiece;
  readonly cells: readonly Span[];
  readonly values: readonly string[];
  /** Columns in which marks are answers. */
  readonly asking: ReadonlySet<number>;
  readonly context: GateContext;
}

function rowGates(row: Row): readonly PartGate[] {
  const { part, table, cells, values, asking, context } = row;
  const found: PartGate[] = [];
  const boxCells: BoxCell[] = [];
  const subject = rowSubject(part, cells, values);
  cells.forEach((cell, column) => {
    const source = part.text.slice(cell.start, cell.end);
    const boxes = findBoxes(source);
    const [box] = boxes;
    const mark = asking.has(column) ? markAtStart(source) : undefined;
    if (boxes.length > 1) {
      const choice = choiceGate(part, cell, context, nameOf(subject, table, column, false));
      if (choice !== undefined) found.push(choice);
    } else if (box !== undefined && /^(?:[-*+]\s+)?$/.test(source.slice(0, box.start))) {
      boxCells.push({ column, cell, box });
    } else if (mark !== undefined) {
      found.push(markGate(part, cell, mark, context, nameOf(subject, table, column, asking.size > 1)));
    }
  });
  return [...found, ...boxGates(row, boxCells, subject)];
}

/** What a row is about: its first cell that is no number of the row, or all its words when the box comes first. */
function rowSubject(part: Part, cells: readonly Span[], values: readonly string[]): string {
  const asks = (cell: Span): boolean => {
    const source = part.text.slice(cell.start, cell.end);
    return findBoxes(source).length > 0 || markAtStart(source) !== undefined;
  };
  const numbered = /^#?\d{1,4}[.)]?$/.test(values[0] ?? "") && cells.length > 2;
  const index = numbered ? 1 : 0;
  const first = cells[index];
  const name = values[index] ?? "";
  if (first !== undefined && !asks(first) && name !== "") return name;
  return values.filter((value, index) => value !== "" && cells[index] !== undefined && !asks(cells[index])).join(" – ");
}

function nameOf(subject: string, table: TablePiece, column: number, several: boolean): string {
  const header = plain(table.headers[column]?.value ?? "");
  if (subject === "") return header;
  return several && header !== "" ? `${subject}: ${header}` : subject;
}

function boxGates({ part, table, context }: Row, boxCells: readonly BoxCell[], subject: string): readonly PartGate[] {
  const header = ({ column }: BoxCell): string => plain(table.headers[column]?.value ?? "");
  const several = boxCells.length > 1;
  if (several && boxCells.some((cell) => isRefusal(header(cell)))) {
    return [columnChoice(part, boxCells, subject, header, context)];
  }
  return boxCells.map(({ cell, column, box: { start, end, ticked } }) => {
    const box = { start: cell.start + start, end: cell.start + end };
    const words = unescapeMarkdown(part.text.slice(box.end, cell.end)).trim();
    const text = nameOf(subject, table, column, several);
    const refused = ticked && isRefusal(words);
    return makeGate({ part, form: "cell", box, at: cell, ticked, words, text, refused }, context);
  });
}

/** Boxes under *Pass* and *Fail* are one question: the ticked column answers it. */
function columnChoice(
  part: Part,
  boxCells: readonly BoxCell[],
  subject: string,
  header: (cell: BoxCell) => string,
  context: GateContext,
): PartGate {
  const ticked = boxCells.filter(({ box }) => box.ticked);
  const shown = ticked[0] ?? boxCells[0];
  const first = boxCells[0]?.cell.start ?? 0;
  const at = { start: first, end: boxCells.at(-1)?.cell.end ?? first };
  const start = shown === undefined ? first : shown.cell.start + shown.box.start;
  const text = subject === "" ? boxCells.map(header).join(" / ") : subject;
  const refused = ticked.some((cell) => isRefusal(header(cell)));
  const box = { start, end: start + 3 };
  const options = boxCells.map((boxCell) => {
    const own = boxCell.cell.start + boxCell.box.start;
    return { words: header(boxCell), ticked: boxCell.box.ticked, box: { part, start: own, end: own + 3 } };
  });
  const shared = { part, form: "choice", box, at, words: "", text, refused, options } as const;
  return makeGate({ ...shared, ticked: ticked.length > 0 }, context);
}

const unnamedColumn = /^column-\d+$/;
const isAnswer = slugHas("columnAnswer");

const asksForAnswer = (column: string): boolean => unnamedColumn.test(column) || isAnswer(column);

/** Columns in which marks are answers: ☐ or a box says so, or ❌ under a header that asks for one. */
function columnsWithMarks(part: Part, table: TablePiece): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const cells of table.cells) {
    cells.forEach((cell, column) => {
      if (cell.start === cell.end || columns.has(column)) return;
      const source = part.text.slice(cell.start, cell.end);
      const mark = markAtStart(source)?.mark ?? "✅";
      const asks = mark === "☐" || (mark === "❌" && asksForAnswer(table.columns[column] ?? ""));
      if (asks || /^\[[ xX]\](?=\s|$)/.test(source)) columns.add(column);
    });
  }
  return columns;
}
