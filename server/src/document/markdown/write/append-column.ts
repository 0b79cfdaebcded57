import type { TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { lineAfter, lineAt } from "../../../text/markdown/source-lines.ts";
import type { Part, TextChange } from "../../../text/place.ts";
import type { MarkdownDocument } from "../compose/read-markdown.ts";

/** Adds a column behind the last one of a table of a part; `cellOf` says what stands in a row. */
export function appendColumn(
  document: MarkdownDocument,
  part: Part,
  { headerAt, cells: rows }: TablePiece,
  header: string,
  cellOf: (row: number) => string,
): readonly TextChange[] {
  const { text } = document;
  const append = (offset: number, words: string): TextChange => {
    const { start, end } = lineAt(text, offset);
    return { start: end, end, text: text.slice(start, end).trimEnd().endsWith("|") ? ` ${words} |` : ` | ${words}` };
  };
  const first = document.span(headerAt).start;
  return [
    append(first, header),
    append(lineAfter(text, first), "---"),
    ...rows.map((cells, row) => {
      const cell = { part, start: cells[0]?.start ?? 0, end: cells[0]?.end ?? 0 };
      return append(document.span(cell).start, cellOf(row));
    }),
  ];
}
