import type { Part, Span, Text } from "../place.ts";
import { codeSpans, replaceComments } from "./code-spans.ts";
import { showsText } from "./seen-only.ts";
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
    const open = text.endsWith("-->") ? text.lastIndexOf("<!--") : -1;
    const close = open === -1 && text.startsWith("<!--") ? text.indexOf("-->") : -1;
    if (open !== -1) to = from + open;
    else if (close !== -1) from += close + 3;
    else return { start: from, end: to };
  }
}

/**
 * The text of a span of a part, trimmed; its value is `unescapeMarkdown` of its source, and empty where a reader sees nothing of
 * it.
 */
export function textAt(part: Part, span: Span): Text {
  const { start, end } = trimSpan(part.text, span);
  const source = part.text.slice(start, end);
  return { value: showsText(source) ? unescapeMarkdown(source) : "", at: { part, start, end } };
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
  const linked = value
    .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, "$1")
    .replace(/<(https?:[^<>\s]+)>/g, "$1");
  return withoutStrong(linked)
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]+?)\*(?![\w*])/g, "$1")
    .replace(/(?<![\w_])_(?=[^\s_])([^_]+?)_(?![\w_])/g, "$1")
    .replace(/(?<!`)`+([^`]+)`+/g, "$1")
    .trim();
}

/** A text without the marks of strong and struck words; a pair stands on one line and touches what is in it. */
function withoutStrong(text: string): string {
  if (!/\*\*|__|~~/.test(text)) return text;
  const closers = new Map(["**", "__", "~~"].map((mark) => [mark, new Closers(text, mark)]));
  let words = "";
  let at = 0;
  for (const { 1: mark = "", index } of text.matchAll(/(?=(\*\*|__|~~)\S)/g)) {
    if (index < at) continue;
    const end = closers.get(mark)?.after(index + 3);
    if (end === undefined) continue;
    words += text.slice(at, index) + text.slice(index + 2, end);
    at = end + 2;
  }
  return words + text.slice(at);
}

/** Where one kind of mark closes; asked from left to right, so that a text is searched once. */
class Closers {
  readonly #text: string;
  readonly #mark: string;
  #next = -1;
  #lineEnd = -1;

  constructor(text: string, mark: string) {
    this.#text = text;
    this.#mark = mark;
  }

  /** The first mark from an offset on that no blank stands before, on the line of that offset. */
  after(from: number): number | undefined {
    while (
      this.#next !== Number.POSITIVE_INFINITY &&
      (this.#next < from || /\s/.test(this.#text.charAt(this.#next - 1)))
    ) {
      const found = this.#text.indexOf(this.#mark, Math.max(from, this.#next + 1));
      this.#next = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    if (this.#lineEnd < from) {
      const feed = this.#text.slice(from).search(/[\r\n\u2028\u2029]/);
      this.#lineEnd = feed === -1 ? this.#text.length : from + feed;
    }
    return this.#next < this.#lineEnd ? this.#next : undefined;
  }
}
