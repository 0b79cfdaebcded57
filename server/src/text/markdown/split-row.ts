import type { Span } from "../place.ts";
import type { Cell } from "./blocks.ts";

/** Cuts a table row into its cells as markdown-it does: at every `|` that no backslash stands before. */
export function splitRow(text: string, row: Span, columns: number): readonly Cell[] {
  const cells: Cell[] = [];
  let start = row.start;
  for (let at = row.start; at <= row.end; at++) {
    if (at < row.end && (text.charCodeAt(at) !== 124 || (at > row.start && text.charCodeAt(at - 1) === 92))) continue;
    cells.push(trimmed(text, start, at));
    start = at + 1;
  }
  if (text.charCodeAt(row.start) === 124) cells.shift();
  if (cells.length > columns) cells.length = columns;
  while (cells.length < columns) cells.push({ start: row.end, end: row.end });
  return cells;
}

/** Whether a line is the second of a table: `|---|:---:|`, with or without the pipes at its ends. */
export const isDelimiterRow = (line: string): boolean =>
  line
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split("|")
    .every((cell) => /^:?-+:?$/.test(cell.trim()));

function trimmed(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
