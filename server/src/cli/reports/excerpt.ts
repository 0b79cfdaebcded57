import { displayWidth, printable } from "../terminal/printable.ts";

/** The columns of the widest excerpt. */
const widest = 100;
const ellipsis = "…";

/** A source line as it is shown, and a line of carets under the part that a finding is about. */
export interface Excerpt {
  readonly source: string;
  readonly carets: string;
}

/**
 * Shows the part of a line that matters: a long line is cut around it. Columns count from 1 in UTF-16; an `endColumn` at or before
 * `column`, or beyond the line, ends at the line's end or marks one column.
 */
export function excerpt(line: string, column: number, endColumn: number): Excerpt {
  const start = Math.min(column - 1, line.length);
  const end = Math.max(start, Math.min(endColumn - 1, line.length));
  const indent = start - line.slice(0, start).trimStart().length;
  const from = start > indent + 60 ? start - 40 : Math.min(indent, start);
  const before = `${from > indent ? ellipsis : ""}${printable(line.slice(from, start))}`;
  const room = Math.max(20, widest - displayWidth(before));
  const marked = printable(line.slice(start, end)).slice(0, room);
  const after = printable(line.slice(end)).trimEnd();
  const tail = after.slice(0, Math.max(0, room - marked.length));
  const cut = tail.length < after.length || marked.length < end - start ? ellipsis : "";
  return {
    source: `${before}${marked}${tail}${cut}`,
    carets: " ".repeat(displayWidth(before)) + "^".repeat(Math.max(1, displayWidth(marked))),
  };
}
