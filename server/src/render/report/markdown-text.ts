import { oneLine } from "../../text/markdown/escape-markdown.ts";
import { escapeHtml } from "../escape-html.ts";

export { markdownText, messageText } from "../../text/markdown/escape-markdown.ts";

/** A text from a document inside an HTML element, where Markdown does not reach: one line that mentions nobody. */
export function summaryText(text: string): string {
  return escapeHtml(oneLine(text).trim())
    .replace(/@(?=\S)/g, "@\u200B")
    .replace(/##(?=\w*\[)/g, "#&#35;");
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
