import type { LineIndex } from "../../text/line-index.ts";
import { pipesIn } from "../../text/markdown/split-row.ts";
import type { Span } from "../../text/place.ts";

/** What opens a line for Markdown: quotes, list markers, heading marks, the edge of a table. */
const opening = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])|\|)*/;
/** Lines that are structure alone: fences, underlines, rules, the second line of a table; and definitions and HTML. */
const structure = /^[ \t>]*(?:```|~~~|[-=*_|:+][-=*_|:+ \t]*$|\[[^\]]*\]:|<[a-z!/?])/i;

/**
 * The part of a span that may be marked without changing what Markdown reads: of its first line, what stands between the
 * line's markers and the next cell. `undefined` where there is none.
 */
export function inlineSpan(text: string, lines: LineIndex, span: Span): Span | undefined {
  const line = lines.line(lines.position(span.start).line);
  const source = text.slice(line.start, line.end);
  if (structure.test(source)) return undefined;
  let start = Math.max(span.start, line.start + (opening.exec(source)?.[0].length ?? 0));
  let end = Math.min(span.end, line.end);
  const [edge = end] = pipesIn(text, { start, end });
  end = edge;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  while (end - start > 1 && /[*_~]/.test(text.charAt(start)) && text.charAt(start) === text.charAt(end - 1)) {
    start++;
    end--;
  }
  return end > start ? { start, end } : undefined;
}
