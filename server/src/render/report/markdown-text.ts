import { escapeHtml } from "../escape-html.ts";

/** A text from a document inside a Markdown page: one line, with nothing that Markdown, HTML or a mention would take up. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>|~#]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/@(?=\w)/g, "@\u200B")
    .replace(/\p{Cc}/gu, "\uFFFD")
    .trim();
}

/** The same, where Markdown does not reach: inside an HTML element. */
export function summaryText(text: string): string {
  return escapeHtml(text.replace(/\s+/g, " ").trim())
    .replace(/@(?=\w)/g, "@\u200B")
    .replace(/\p{Cc}/gu, "\uFFFD");
}

/** A message of ours: what it quotes in backticks stays code, the rest is text. */
export function messageText(message: string): string {
  return message
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : edged(part)))
    .join("");
}

/** A text with the blanks at its ends. */
function edged(text: string): string {
  const before = text.length - text.trimStart().length;
  const after = text.trimEnd().length;
  return text.trim() === "" ? text : `${text.slice(0, before)}${markdownText(text)}${text.slice(after)}`;
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
  const escaped = `/${path}`.split("/").map(encodeURIComponent).join("/").replace(/[()]/g, escapeParenthesis);
  return line === undefined ? escaped : `${escaped}#L${line}`;
}

const escapeParenthesis = (character: string): string => (character === "(" ? "%28" : "%29");
