import type { Part, Span, Text } from "../place.ts";
import { codeSpans, replaceComments } from "../values/code-spans.ts";
import { repairMarks } from "./status-marks.ts";

const lineBreak = /(?:(?<![ \t])[ \t]+)?\\?(?:\r\n|\n|\r)[ \t]*(?:>[ \t]?)*[ \t]*/g;
/** Longer values are no words for people, and are shown as they stand. */
const longestPlain = 10_000;
const backslashed = /\\([!-/:-@[-`{-~])/g;

/**
 * What a stretch of Markdown source says: lines joined by a space, backslash escapes undone (in code only `\|`), comments
 * dropped, mis-encoded marks repaired. Other Markdown marks stay.
 */
export function unescapeMarkdown(source: string): string {
  if (!/[\\\r\n<â‚]/.test(source)) return source;
  const joined = repairMarks(replaceComments(source, () => "").replace(lineBreak, " "));
  if (!joined.includes("\\")) return joined;
  let value = "";
  let at = 0;
  for (const code of codeSpans(joined)) {
    const prose = joined.slice(at, code.start).replace(backslashed, "$1");
    value += prose + joined.slice(code.start, code.end).replaceAll("\\|", "|");
    at = code.end;
  }
  return value + joined.slice(at).replace(backslashed, "$1");
}

/** Shrinks a span to what is neither blank nor a comment at its ends. */
export function trimSpan(source: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  for (;;) {
    while (from < to && /\s/.test(source.charAt(from))) from++;
    while (to > from && /\s/.test(source.charAt(to - 1))) to--;
    const text = source.slice(from, to);
    if (text.endsWith("-->") && text.includes("<!--")) {
      to = from + text.lastIndexOf("<!--");
    } else if (text.startsWith("<!--") && text.includes("-->")) {
      from += text.indexOf("-->") + 3;
    } else return { start: from, end: to };
  }
}

/** The text of a span of a part, trimmed; its value is `unescapeMarkdown` of its source. */
export function textAt(part: Part, span: Span): Text {
  const { start, end } = trimSpan(part.text, span);
  return { value: unescapeMarkdown(part.text.slice(start, end)), at: { part, start, end } };
}

const wrapped = /^(?:(\*\*|__)(?=\S)((?:(?!\1)[^`])+?)\1|([*_])(?![\s*_])([^*_`]+?)\3|`([^`\\]+)`)$/;

/** Narrows a span to what emphasis or code marks enclose, when they enclose all of it. */
export function unwrapSpan(source: string, span: Span): Span {
  let inner = trimSpan(source, span);
  for (let turn = 0; turn < 3; turn++) {
    const text = source.slice(inner.start, inner.end);
    if (!/^[*_`]/.test(text) || text.length > 2000) return inner;
    const match = wrapped.exec(text);
    if (match === null) return inner;
    const width = match[1] === undefined ? 1 : 2;
    inner = trimSpan(source, { start: inner.start + width, end: inner.end - width });
    if (match[5] !== undefined) return inner;
  }
  return inner;
}

/** `textAt` without enclosing emphasis or code marks: `**Name**` → `Name`. */
export const plainTextAt = (part: Part, span: Span): Text => textAt(part, unwrapSpan(part.text, span));

/** Narrows to the label when a link is all that stands there: `[#1234](https://…)` → `#1234`. */
export function linkLabelAt(part: Part, span: Span): Text {
  const inner = unwrapSpan(part.text, span);
  const link = /^\[([^\][]*)\]\([^()\s]*\)$/.exec(part.text.slice(inner.start, inner.end));
  if (link === null) return textAt(part, inner);
  return plainTextAt(part, { start: inner.start + 1, end: inner.start + 1 + (link[1] ?? "").length });
}

/** A value for people: emphasis, code and link marks dropped. */
export function plain(value: string): string {
  if (!/[*_`[~<!]/.test(value) || value.length > longestPlain) return value.trim();
  return value
    .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/<(https?:[^>\s]+)>/g, "$1")
    .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]+?)\*(?![\w*])/g, "$1")
    .replace(/(?<![\w_])_(?=[^\s_])([^_]+?)_(?![\w_])/g, "$1")
    .replace(/`+([^`]+)`+/g, "$1")
    .trim();
}
