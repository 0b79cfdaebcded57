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

/** Takes a span out of a text, with its line where nothing else stands on it. */
export function takeOut(text: string, { start, end }: Span): readonly TextChange[] {
  const first = lineAt(text, start);
  const last = lineAt(text, end);
  const alone = text.slice(first.start, start).trim() === "" && text.slice(end, last.end).trim() === "";
  return [alone ? { start: first.start, end: lineAfter(text, end), text: "" } : { start, end, text: "" }];
}

/**
 * The changes that do at once what two lists do one after the other: the second list is about the text that the first one
 * makes. A change of the second list stands inside of one of the first, or apart from all of them.
 */
export function composeChanges(first: readonly TextChange[], second: readonly TextChange[]): readonly TextChange[] {
  const inOrder = [...first].sort((a, b) => a.start - b.start);
  const inside = inOrder.map((): TextChange[] => []);
  const apart: TextChange[] = [];
  for (const change of second) {
    let shift = 0;
    const at = inOrder.findIndex(({ start, end, text }) => {
      const made = { start: start + shift, end: start + shift + text.length };
      if (made.start <= change.start && change.end <= made.end) return true;
      if (made.end <= change.start) shift += text.length - (end - start);
      return false;
    });
    const begin = (inOrder[at]?.start ?? 0) + shift;
    const moved = { start: change.start - shift, end: change.end - shift, text: change.text };
    if (at === -1) apart.push(moved);
    else inside[at]?.push({ start: change.start - begin, end: change.end - begin, text: change.text });
  }
  const made = inOrder.map((change, at) => ({ ...change, text: applyChanges(change.text, inside[at] ?? []) }));
  return [...made, ...apart].sort((a, b) => a.start - b.start);
}
