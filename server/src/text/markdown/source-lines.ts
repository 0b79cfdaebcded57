import type { Span, TextChange } from "../place.ts";

/** The line break that a text uses: that of its first line. */
export const lineBreakOf = (text: string): "\r\n" | "\n" => {
  const feed = text.indexOf("\n");
  return feed > 0 && text.charCodeAt(feed - 1) === 13 ? "\r\n" : "\n";
};

/** The line that an offset stands in, without its line break. */
export function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const feed = text.indexOf("\n", offset);
  const end = feed === -1 ? text.length : feed;
  return { start, end: end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end };
}

/** Offset of the line after the one that an offset stands in; the end of the text for the last. */
export function lineAfter(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed === -1 ? text.length : feed + 1;
}

/** Takes a span out of a text, with its line where nothing else stands on it. */
export function takeOut(text: string, { start, end }: Span): readonly TextChange[] {
  const first = lineAt(text, start);
  const last = lineAt(text, end);
  const alone = text.slice(first.start, start).trim() === "" && text.slice(end, last.end).trim() === "";
  return [alone ? { start: first.start, end: lineAfter(text, end), text: "" } : { start, end, text: "" }];
}
