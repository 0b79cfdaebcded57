import type { Part, Span } from "../place.ts";
import { type Box, findBoxes, isRefusal } from "./boxes.ts";
import { choiceGate, makeGate, markGate, type PartGate } from "./make-gate.ts";
import type { TablePiece } from "./pieces.ts";
import { plain, unescapeMarkdown } from "./prose.ts";
import { markAtStart } from "./status-marks.ts";

/** A box that is all a cell asks: at its start, alone or before a few words. */
interface BoxCell {
  readonly column: number;
  readonly cell: Span;
  readonly box: Box;
}

/** The gates of a table: cells with a box, cells with several boxes, and marks in a column that asks by marks. */
export function tableGates(part: Part, table: TablePiece): readonly PartGate[] {
  const asking = columnsWithMarks(part, table);
  const gates: PartGate[] = [];
  table.cells.forEach((cells, index) => {
    const values = table.rows[index]?.map(({ value }) => plain(value)) ?? [];
    const row = new Map(table.columns.map((column, at) => [column, values[at] ?? ""]));
    const owner = [...row].find(
      ([column, value]) => /^(?:owner|responsible|assignee|who)$/.test(column) && value !== "",
    );
    const shared = { row, ...(owner === undefined ? {} : { owner: owner[1] }) };
    for (const gate of rowGates(part, table, cells, values, asking)) gates.push({ ...gate, ...shared });
  });
  return gates;
}

function rowGates(
  part: Part,
  table: TablePiece,
  cells: readonly Span[],
  values: readonly string[],
  asking: ReadonlySet<number>,
): readonly PartGate[] {
  const found: PartGate[] = [];
  const boxCells: BoxCell[] = [];
  const subject = rowSubject(part, cells, values);
  cells.forEach((cell, column) => {
    const source = part.text.slice(cell.start, cell.end);
    const boxes = findBoxes(source);
    const [box] = boxes;
    const mark = asking.has(column) ? markAtStart(source) : undefined;
    if (boxes.length > 1) {
      const choice = choiceGate(part, cell, nameOf(subject, table, column, false));
      if (choice !== undefined) found.push(choice);
    } else if (box !== undefined && /^(?:[-*+]\s+)?$/.test(source.slice(0, box.start))) {
      boxCells.push({ column, cell, box });
    } else if (mark !== undefined)
      found.push(markGate(part, cell, mark, nameOf(subject, table, column, asking.size > 1)));
  });
  return [...found, ...boxGates(part, table, boxCells, subject)];
}

/** What a row is about: its first cell, or all its words when the box comes first. */
function rowSubject(part: Part, cells: readonly Span[], values: readonly string[]): string {
  const asks = (cell: Span): boolean => {
    const source = part.text.slice(cell.start, cell.end);
    return findBoxes(source).length > 0 || markAtStart(source) !== undefined;
  };
  const first = cells[0];
  if (first !== undefined && !asks(first) && (values[0] ?? "") !== "") return values[0] ?? "";
  return values.filter((value, index) => value !== "" && cells[index] !== undefined && !asks(cells[index])).join(" – ");
}

function nameOf(subject: string, table: TablePiece, column: number, several: boolean): string {
  const header = plain(table.headers[column]?.value ?? "");
  if (subject === "") return header;
  return several && header !== "" ? `${subject}: ${header}` : subject;
}

function boxGates(part: Part, table: TablePiece, boxCells: readonly BoxCell[], subject: string): readonly PartGate[] {
  const header = ({ column }: BoxCell): string => plain(table.headers[column]?.value ?? "");
  const several = boxCells.length > 1;
  if (several && boxCells.some((cell) => isRefusal(header(cell))))
    return [columnChoice(part, boxCells, subject, header)];
  return boxCells.map((cell) => {
    const at = cell.cell;
    const box = { start: at.start + cell.box.start, end: at.start + cell.box.end };
    const words = unescapeMarkdown(part.text.slice(box.end, at.end)).trim();
    const name = nameOf(subject, table, cell.column, several);
    const gate = makeGate({ part, form: "cell", box, at, ticked: cell.box.ticked, words }, name);
    return cell.box.ticked && isRefusal(words) ? { ...gate, state: "failed", failed: true } : gate;
  });
}

/** Boxes under *Pass* and *Fail* are one question: the ticked column answers it. */
function columnChoice(
  part: Part,
  boxCells: readonly BoxCell[],
  subject: string,
  header: (cell: BoxCell) => string,
): PartGate {
  const ticked = boxCells.filter(({ box }) => box.ticked);
  const refused = ticked.some((cell) => isRefusal(header(cell)));
  const shown = ticked[0] ?? boxCells[0];
  const first = boxCells[0]?.cell.start ?? 0;
  const at = { start: first, end: boxCells.at(-1)?.cell.end ?? first };
  const start = shown === undefined ? first : shown.cell.start + shown.box.start;
  const gate = makeGate(
    { part, form: "choice", box: { start, end: start + 3 }, at, ticked: ticked.length > 0, words: "" },
    subject === "" ? boxCells.map(header).join(" / ") : subject,
  );
  return refused ? { ...gate, state: "failed", failed: true } : gate;
}

/** Columns in which ☐ or ❌ (or a box) says that marks are answers. */
function columnsWithMarks(part: Part, table: TablePiece): ReadonlySet<number> {
  const columns = new Set<number>();
  for (const cells of table.cells) {
    cells.forEach((cell, column) => {
      if (cell.start === cell.end || columns.has(column)) return;
      const source = part.text.slice(cell.start, cell.end);
      const mark = markAtStart(source)?.mark ?? "✅";
      if (mark !== "✅" || /^\[[ xX]\](?=\s|$)/.test(source)) columns.add(column);
    });
  }
  return columns;
}
