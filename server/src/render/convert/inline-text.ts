import { markAtStart, repairMarks } from "../../document/markdown/status-marks.ts";

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
    `(?<![${letter}])_|_(?![${letter}])`,
    "~(?=~)|(?<=~)~",
    "<(?=[A-Za-z/!?])",
    "&(?=#?\\w+;)",
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
  return escaped.replace(/^\s+|\s+$/g, (blanks) => [...blanks].map((blank) => `&#${blank.codePointAt(0)};`).join(""));
}

/** The same, where a list item or a paragraph begins with it: nothing in it makes it another block. */
export function escapeStart(value: string): string {
  return escapeText(value)
    .replace(/^(?:[#>|]|[-+](?=\s|$)|\[(?=[ xX]?\\?\])|[-=_]+$|<(?!br>))/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
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
  const tokens = /\\([!-/:-@[-`{-~])|(`+)(.+?)\2(?!`)|<br\s*\/?>|&#(\d{1,6});|(\*\*|__|~~|[*_])|<!--.*?-->/gs;
  const value = withoutLinks(source.trim()).replace(
    tokens,
    (
      all,
      escaped?: string,
      _ticks?: string,
      code?: string,
      entity?: string,
      mark?: string,
      at?: number,
      whole?: string,
    ) => {
      if (escaped !== undefined) return escaped;
      if (code !== undefined) return code.replace(/^ (.*[^ ].*) $/s, "$1");
      if (entity !== undefined) return entity === "8203" ? "" : String.fromCodePoint(Number(entity));
      if (mark !== undefined) return isMark(mark, whole ?? "", at ?? 0) ? "" : mark;
      return all.startsWith("<!--") ? "" : "\n";
    },
  );
  return repairMarks(value);
}

/** `_` and `*` between blanks or inside a word are text. */
function isMark(mark: string, whole: string, at: number): boolean {
  const before = whole.charAt(at - 1);
  const after = whole.charAt(at + mark.length);
  const blank = (text: string): boolean => text === "" || /\s/.test(text);
  if (blank(before) && blank(after)) return false;
  return !(mark.includes("_") && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after));
}

const link = /(?<!\\)!?\[((?:\\.|[^\]\\])*)\]\((?:<([^>]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?:\s+"[^"]*")?\)/g;

const withoutLinks = (source: string): string =>
  source.includes("](")
    ? source.replace(link, (_, label: string, angled?: string, bare?: string) => label || (angled ?? bare ?? ""))
    : source;

/** A value that is one link. */
export interface Link {
  readonly label: string;
  readonly target: string;
}

/** The link that a stretch of Markdown is; `undefined` when it is more, or none. */
export function linkIn(source: string): Link | undefined {
  const match = new RegExp(`^${link.source}$`).exec(source.trim());
  if (match === null) return undefined;
  return { label: unescapeText(match[1] ?? ""), target: match[2] ?? match[3] ?? "" };
}

/** Splits Markdown where a separator stands that is neither escaped, nor in code, nor in parentheses or brackets. */
export function splitOutside(source: string, separator: RegExp): readonly string[] {
  const tokens = new RegExp(`\\\\.|(\`+).+?\\1(?!\`)|[()[\\]]|${separator.source}`, "gs");
  const pieces: string[] = [];
  let start = 0;
  let depth = 0;
  for (const match of source.matchAll(tokens)) {
    const [token] = match;
    if (token === "(" || token === "[") depth++;
    else if (token === ")" || token === "]") depth = Math.max(0, depth - 1);
    else if (depth === 0 && !token.startsWith("\\") && !token.startsWith("`")) {
      pieces.push(source.slice(start, match.index));
      start = match.index + token.length;
    }
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
  return splitOutside(source, /,\s+|\s+OR\s+/)
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
