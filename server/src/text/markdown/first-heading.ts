import { closesFence, fenceAt, type OpenFence } from "./fence-lines.ts";
import { lineAfter } from "./source-lines.ts";

const atx = /^ {0,3}#{1,6}(?:[ \t](.*))?$/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
const indent = /^ {0,3}/;

/**
 * The first heading of a Markdown text, at any level, as it is written; fences and comments passed over. Linear, and reads no
 * further than to that heading.
 *
 * @param from Offset after the front matter.
 */
export function firstHeading(text: string, from = 0): string | undefined {
  let fence: OpenFence | undefined;
  let previous = "";
  for (let at = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from; at < text.length; ) {
    const next = lineAfter(text, at);
    const line = text.slice(at, next).replace(/\r?\n$/, "");
    const words = at + (indent.exec(line)?.[0].length ?? 0);
    const opened: OpenFence | undefined = fence === undefined ? fenceAt(text, words) : undefined;
    if (fence !== undefined) {
      if (closesFence(text, words, fence)) fence = undefined;
    } else if (opened !== undefined) fence = opened;
    else if (/^ {0,3}<!--/.test(line)) {
      const close = text.indexOf("-->", at);
      // What stands behind a comment on its last line is no heading to CommonMark.
      at = close === -1 ? text.length : lineAfter(text, close);
      previous = "";
      continue;
    } else {
      const heading = atx.exec(line);
      if (heading !== null) return withoutClosing(heading[1] ?? "");
      if (underline.test(line) && /^ {0,3}[^\s>#|*+-]/.test(previous)) return previous.trim();
    }
    previous = line;
    at = next;
  }
  return undefined;
}

/** The words of a heading without the `#` that may close it. */
function withoutClosing(words: string): string {
  const text = words.trim();
  let end = text.length;
  while (text[end - 1] === "#") end--;
  if (end === text.length) return text;
  return end === 0 || /[ \t]/.test(text[end - 1] ?? "") ? text.slice(0, end).trim() : text;
}
