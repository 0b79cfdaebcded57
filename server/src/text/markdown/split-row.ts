import type { Span } from "../place.ts";
import type { Cell } from "./blocks.ts";

const pipe = 124;
const backslash = 92;

/** Offsets of the pipes that part the cells of a row, those at its ends too: as markdown-it has it, all without a backslash before. */
export function pipesIn(text: string, { start, end }: Span): readonly number[] {
  const pipes: number[] = [];
  for (let at = start; at < end; at++)
    if (text.charCodeAt(at) === pipe && (at === start || text.charCodeAt(at - 1) !== backslash)) pipes.push(at);
  return pipes;
}

/**
 * Cuts a table row (without the blanks at its ends) into its cells, trimmed.
 *
 * @param columns How many there are, where the header says so: more are left out, and those that lack are blank ones at the end.
 */
export function splitRow(text: string, row: Span, columns?: number): readonly Cell[] {
  const cells: Cell[] = [];
  let start = row.start;
  for (const edge of [...pipesIn(text, row), row.end]) {
    cells.push(trimmed(text, start, edge));
    start = edge + 1;
  }
  if (text.charCodeAt(row.start) === pipe && row.start < row.end) cells.shift();
  const closed = cells.length > 1 && cells.at(-1)?.start === row.end;
  if (columns === undefined) return closed ? cells.slice(0, -1) : cells;
  if (cells.length > columns) cells.length = columns;
  while (cells.length < columns) cells.push({ start: row.end, end: row.end });
  return cells;
}

/** The cells of a row that is a line of its own, as written. */
export function cellsOf(line: string): readonly string[] {
  const end = line.trimEnd().length;
  const start = Math.min(end, line.length - line.trimStart().length);
  return splitRow(line, { start, end }).map((cell) => line.slice(cell.start, cell.end));
}

const ruled = /^:?-+:?$/;

/** Whether a line is the second of a table: `|---|:---:|`, with or without the pipes at its ends. */
export const isDelimiterRow = (line: string): boolean => cellsOf(line).every((cell) => ruled.test(cell));

function trimmed(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
