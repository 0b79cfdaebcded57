import { codeSpans } from "../text/markdown/code-spans.ts";
import { markAtStart, repairMarks } from "../text/markdown/status-marks.ts";
import { linksIn } from "./links-in.ts";

/** What stands for a list or a member that is there and empty. */
export const nothing = "—";
/** What stands for a text that is there and empty: a zero-width space, which no author writes. */
const emptyText = "&#8203;";
const letter = "\\p{L}\\p{N}";
const marks = new RegExp(
  [
    "\\\\(?=[!-/:-@[-`{-~\\n]|\\s*$)",
    "[*`]",
    "\\](?=[(:])",
    "\\[(?=[ xX]\\])",
    `(?<![${letter}])_|_(?![${letter}])`,
    "~(?=~)|(?<=~)~",
    "<(?=[A-Za-z/!?])",
    "&(?=#?\\w{1,40};)",
  ].join("|"),
  "gu",
);

/**
 * A text as Markdown that reads as it: marks escaped, line breaks as `<br>`, blanks at its ends kept. `unescapeText` is its
 * inverse.
 */
export function escapeText(value: string): string {
  if (value === "") return emptyText;
  if (value === nothing) return "&#8212;";
  const escaped = value.replaceAll("\r\n", "\n").replace(marks, "\\$&").replaceAll("\n", "<br>");
  const words = escaped.trim();
  if (words === "") return numbered(escaped);
  const start = escaped.length - escaped.trimStart().length;
  return numbered(escaped.slice(0, start)) + words + numbered(escaped.slice(start + words.length));
}

const numbered = (text: string): string => [...text].map((character) => `&#${character.codePointAt(0)};`).join("");

/** The same, where a list item or a paragraph begins with it: nothing in it makes it another block. */
export function escapeStart(value: string): string {
  return escapeText(value)
    .replace(/^(?:[#>|]|[-+](?=\s|$)|\[(?=[ xX]?\\?\])|[-=_]+$|<(?!br>))/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^<br>/, "&#10;");
}

/** The same, where it is a list item without a box: a mark that it begins with is no answer. */
export function escapeItem(value: string): string {
  const end = markAtStart(value)?.end ?? 0;
  return end === 0 ? escapeStart(value) : numbered(value.slice(0, end)) + escapeText(value.slice(end));
}

/** The same, where it is the label of a value: a colon at its end is its own. */
export function escapeLabel(value: string): string {
  return escapeText(value).replace(/:$/, "\\:");
}

/** A text in code marks where that is possible, else escaped. */
export function codeText(value: string): string {
  return value === "" || /[`\\\n]|^\s|\s$/.test(value) ? escapeText(value) : `\`${value}\``;
}

/** What a stretch of one line of Markdown says: escapes, code, emphasis and link marks undone, line breaks made, status marks repaired. */
export function unescapeText(source: string): string {
  const whole = withoutLinks(source.trim());
  const codes = new Map(codeSpans(whole).map(({ start, end }) => [start, end]));
  const tokens = /\\([!-/:-@[-`{-~])|`+|<br\s*\/?>|&#(\d{1,6});|(\*\*|__|~~|[*_])|<!--/g;
  const lastEnd = whole.lastIndexOf("-->");
  let value = "";
  let at = 0;
  for (let match = tokens.exec(whole); match !== null; match = tokens.exec(whole)) {
    const [token, escaped, entity, mark] = match;
    value += whole.slice(at, match.index);
    at = tokens.lastIndex;
    if (escaped !== undefined) value += escaped;
    else if (entity !== undefined) value += entity === "8203" ? "" : String.fromCodePoint(Number(entity));
    else if (mark !== undefined) value += isMark(mark, whole, match.index) ? "" : mark;
    else if (token.startsWith("<br")) value += "\n";
    else {
      const end = token === "<!--" ? commentEnd(whole, at, lastEnd) : codes.get(match.index);
      value += end === undefined ? token : token === "<!--" ? "" : codeIn(whole.slice(match.index, end));
      at = end ?? at;
      tokens.lastIndex = at;
    }
  }
  return repairMarks(value + whole.slice(at));
}

/** Offset behind the comment whose mark ends at an offset; `undefined` where it has no end. `last`: where the last one of all ends. */
const commentEnd = (text: string, from: number, last: number): number | undefined =>
  from > last ? undefined : text.indexOf("-->", from) + 3;

/** What a stretch of inline code says, its marks included in `source`. */
function codeIn(source: string): string {
  const ticks = /^`*/.exec(source)?.[0].length ?? 0;
  const code = source.slice(ticks, -ticks);
  return code.startsWith(" ") && code.endsWith(" ") && /[^ ]/.test(code) ? code.slice(1, -1) : code;
}

/** `_` and `*` between blanks or inside a word are text. */
function isMark(mark: string, whole: string, at: number): boolean {
  const before = whole.charAt(at - 1);
  const after = whole.charAt(at + mark.length);
  const blank = (text: string): boolean => text === "" || /\s/.test(text);
  if (blank(before) && blank(after)) return false;
  return !(mark.includes("_") && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after));
}

/** A value that is one link. */
export interface Link {
  readonly label: string;
  readonly target: string;
}

const withoutLinks = (source: string): string => {
  let said = "";
  let at = 0;
  for (const { start, end, label, target } of linksIn(source)) {
    said += source.slice(at, start) + (label || target);
    at = end;
  }
  return said + source.slice(at);
};

/** The link that a stretch of Markdown is; `undefined` when it is more, or none. */
export function linkIn(source: string): Link | undefined {
  const words = source.trim();
  const [link] = linksIn(words);
  if (link === undefined || link.start > 0 || link.end < words.length) return undefined;
  return { label: unescapeText(link.label), target: link.target };
}

/**
 * Splits Markdown where a separator stands that is neither escaped, nor in code, nor in parentheses or brackets. `separator`
 * is global.
 */
export function splitOutside(source: string, separator: RegExp): readonly string[] {
  const codes = new Map(codeSpans(source).map((span) => [span.start, span.end]));
  const cuts = new Map([...source.matchAll(separator)].map((match) => [match.index, match.index + match[0].length]));
  const pieces: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < source.length; ) {
    const character = source.charAt(at);
    const cut = depth === 0 ? cuts.get(at) : undefined;
    if (cut !== undefined) pieces.push(source.slice(start, at));
    if (character === "(" || character === "[") depth++;
    else if (character === ")" || character === "]") depth = Math.max(0, depth - 1);
    start = cut ?? start;
    at = cut ?? codes.get(at) ?? at + (character === "\\" ? 2 : 1);
  }
  return [...pieces, source.slice(start)].map((piece) => piece.trim());
}

/** Values in one line, when each of them can be told from its neighbours there. */
export function joinList(values: readonly string[]): string | undefined {
  if (values.length === 0) return nothing;
  const joined = values.map(escapeText).join(", ");
  return sameList(splitList(joined), values) ? joined : undefined;
}

/** `Error rate > 1%, any crash OR a lost order` is three values. */
export function splitList(source: string): readonly string[] {
  if (source.trim() === nothing) return [];
  return splitOutside(source, /,\s|\sOR\s/g)
    .filter((piece) => piece !== "")
    .map(unescapeText);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** The status mark that a stretch begins with, and the rest. */
export function splitMark(source: string): { readonly mark?: "✅" | "❌" | "☐"; readonly rest: string } {
  const found = markAtStart(source);
  return found === undefined ? { rest: source } : { mark: found.mark, rest: source.slice(found.end).trim() };
}
