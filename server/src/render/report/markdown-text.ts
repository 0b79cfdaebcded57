import { escapeHtml } from "../escape-html.ts";

/** What reorders, breaks or hides a line; half a character. */
const unprintable = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").replace(unprintable, "\uFFFD");

/**
 * A text from a document inside Markdown, on a page or in the editor: one line, with nothing that Markdown, HTML, an icon of the
 * editor or a mention would take up, and no address that becomes a link.
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .trim()
    .replace(/&/g, "&amp;")
    .replace(/[\\`*_{}[\]<>|~#]/g, "\\$&")
    .replace(/:(?=\/\/)|\/(?=\/)|(?<=\/)\/|\$(?=\()/g, "\\$&")
    .replace(/(?<=www)\./gi, "\\.")
    .replace(/(?<=[^\s\\])@/g, "\\@")
    .replace(/@(?=\S)/g, "@\u200B")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d{1,9})(?=[.)])/, "$1\\");
}

/** The same for a text of several lines, which stay lines. */
export function markdownLines(text: string): string {
  return text.split("\n").map(markdownText).join("  \n");
}

/** The same as code. */
export function markdownCode(text: string): string {
  const code = oneLine(text).replace(/##(?=\w*\[)/g, "##\u200B");
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).slice(0, 1000).map(({ length }) => length));
  const marks = "`".repeat(longest + 1);
  const blank = /^[ `]|[ `]$/.test(code) || code === "" ? " " : "";
  return `${marks}${blank}${code}${blank}${marks}`;
}

/** The same, where Markdown does not reach: inside an HTML element. */
export function summaryText(text: string): string {
  return escapeHtml(oneLine(text).trim())
    .replace(/@(?=\S)/g, "@\u200B")
    .replace(/##(?=\w*\[)/g, "#&#35;");
}

/** A message of ours: what it quotes in backticks stays code, the rest is text. */
export function messageText(message: string): string {
  return message
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part.slice(1, -1)) : edged(part)))
    .join("");
}

/** A text with the blanks at its ends. */
function edged(text: string): string {
  const shown = markdownText(text);
  if (shown === "") return text === "" ? "" : " ";
  return `${/^\s/.test(text) ? " " : ""}${shown}${/\s$/.test(text) ? " " : ""}`;
}

/** A row of a table from cells that are Markdown already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/**
 * Where a link leads: a path from the root of the workspace or the repository, as editors and forges both understand it, and a
 * line counted from 1.
 */
export function linkTarget(path: string, line?: number): string {
  const escaped = encodePath(`/${path}`).replace(/[()]/g, escapeParenthesis);
  return line === undefined ? escaped : `${escaped}#L${line}`;
}

/** A path as a part of an address. Half a character has none, and becomes U+FFFD. */
export function encodePath(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

const escapeParenthesis = (character: string): string => (character === "(" ? "%28" : "%29");
