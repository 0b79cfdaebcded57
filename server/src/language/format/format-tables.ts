import type { Token } from "markdown-it";
import { applyChanges } from "../../text/changes.ts";
import { tooLong } from "../../text/guard.ts";
import { createLineIndex } from "../../text/line-index.ts";
import { alignTable } from "../../text/markdown/align-table.ts";
import { createMarkdownParser, type MarkdownParser } from "../../text/markdown/markdown-parser.ts";
import type { Span, TextChange } from "../../text/place.ts";

/**
 * Changes that align the tables of a Markdown text, or those that a span touches. The text renders as before; where it might
 * not, nothing changes.
 */
export function formatTables(text: string, within?: Span): readonly TextChange[] {
  if (tooLong(text) !== undefined) return [];
  const before = blocksOf(text);
  const lines = createLineIndex(text);
  const changes: TextChange[] = [];
  for (const { type, map } of before.tokens) {
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
  return rendersTheSame(before, blocksOf(applyChanges(text, changes))) ? changes : [];
}

/** What a text renders to is said by its blocks, the source of what stands in them, and the definitions of its links. */
interface Blocks {
  readonly tokens: readonly Token[];
  readonly references: unknown;
}

/** Looks at no line from within: links and emphasis of a long one take far longer than all else. */
function blocksOf(text: string): Blocks {
  const parser = createMarkdownParser();
  parser.core.ruler.enableOnly(["normalize", "block"]);
  const environment: Parameters<MarkdownParser["parse"]>[1] = {};
  const tokens = parser.parse(text, environment);
  return { tokens, references: environment.references };
}

function rendersTheSame(one: Blocks, other: Blocks): boolean {
  const shown = ({ tokens, references }: Blocks): string =>
    JSON.stringify([
      tokens.map(({ type, tag, attrs, content, info, hidden }) => [type, tag, attrs, content, info, hidden]),
      references,
    ]);
  return shown(one) === shown(other);
}
