import type { Span } from "../../place.ts";
import { withoutCode } from "../code-spans.ts";
import { matchLabel } from "./match-label.ts";

/** White space, perhaps with a separator in it, before a bold label with its colon. */
const between = /(?<![ \t])[ \t]+(?:[|·•;,/–—-]+[ \t]+)?(?=\*\*[^*\r\n]{1,60}(?::\*\*|\*\*[ \t]?:)[ \t])/g;

/** The fields of a line that begins with one: `**Version:** 5.0.0 | **Date:** 2026-12-04` has two. */
export function splitFields(text: string, line: Span): readonly Span[] {
  const source = text.slice(line.start, line.end);
  if (source.indexOf("**", 2) < 0 || matchLabel(source, false)?.colon !== true) return [line];
  const fields: Span[] = [];
  let start = line.start;
  for (const { index, 0: gap } of withoutCode(source).matchAll(between)) {
    fields.push({ start, end: line.start + index });
    start = line.start + index + gap.length;
  }
  return fields.length === 0 ? [line] : [...fields, { start, end: line.end }];
}
