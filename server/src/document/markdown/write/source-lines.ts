import type { Span, TextChange } from "../../place.ts";

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

/** A text with changes applied. Changes must not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = text;
  for (const { start, end, text: put } of [...changes].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + put + result.slice(end);
  }
  return result;
}

/** The smallest change that turns a span of a text into another text; none when it reads so already. */
export function replaceSpan(text: string, { start, end }: Span, put: string): readonly TextChange[] {
  const old = text.slice(start, end);
  if (old === put) return [];
  let front = 0;
  while (front < old.length && front < put.length && old[front] === put[front]) front++;
  let back = 0;
  while (back < old.length - front && back < put.length - front && old.at(-1 - back) === put.at(-1 - back)) back++;
  return [{ start: start + front, end: end - back, text: put.slice(front, put.length - back) }];
}
