import { applyChanges } from "../../text/changes.ts";
import { tooLong } from "../../text/guard.ts";
import { createLineIndex } from "../../text/line-index.ts";
import { alignTable } from "../../text/markdown/align-table.ts";
import { createMarkdownParser } from "../../text/markdown/markdown-parser.ts";
import type { Span, TextChange } from "../../text/place.ts";

/**
 * Changes that align the tables of a Markdown text, or those that a span touches. The text renders as before; where it might
 * not, nothing changes.
 */
export function formatTables(text: string, within?: Span): readonly TextChange[] {
  if (tooLong(text) !== undefined) return [];
  const parser = createMarkdownParser();
  const lines = createLineIndex(text);
  const changes: TextChange[] = [];
  for (const { type, map } of parser.parse(text, {})) {
    if (type !== "table_open" || map === null) continue;
    const [first, end] = map;
    const span = { start: lines.line(first).start, end: lines.line(end - 1).end };
    if (within !== undefined && (span.end < within.start || within.end < span.start)) continue;
    const rows = Array.from({ length: end - first }, (_, row) => lines.line(first + row));
    const aligned = alignTable(rows.map(({ start, end: stop }) => text.slice(start, stop)));
    for (const [row, line] of aligned.entries()) {
      const place = rows[row];
      if (place !== undefined && line !== text.slice(place.start, place.end)) changes.push({ ...place, text: line });
    }
  }
  if (changes.length === 0) return [];
  return parser.render(applyChanges(text, changes)) === parser.render(text) ? changes : [];
}
