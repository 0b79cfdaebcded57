import { largest } from "../extremes.ts";

/** What reorders, breaks or hides a line; half a character. */
const unprintable = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** A text as one line that shows what it is. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").replace(unprintable, "\uFFFD");

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
  const longest = largest([0, ...(code.match(/`+/g) ?? []).map(({ length }) => length)]);
  const marks = "`".repeat(longest + 1);
  const blank = /^[ `]|[ `]$/.test(code) || code === "" ? " " : "";
  return `${marks}${blank}${code}${blank}${marks}`;
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
