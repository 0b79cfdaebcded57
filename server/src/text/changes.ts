import { changeBetween } from "./change-between.ts";
import type { Span, TextChange } from "./place.ts";

/** A text with changes carried out, in whatever order they are given. They must not overlap; what is put in at one place keeps its order. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: put } of inOrder(changes)) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}

/** Changes by where they stand; one that puts in comes before one that replaces what follows. */
const inOrder = (changes: readonly TextChange[]): readonly TextChange[] =>
  changes.toSorted((a, b) => a.start - b.start || a.end - b.end);

/** The smallest change that turns a span of a text into another text; none when it reads so already. */
export function replaceSpan(text: string, { start, end }: Span, put: string): readonly TextChange[] {
  const old = text.slice(start, end);
  if (old === put) return [];
  const { front, back, moved } = changeBetween(old, put);
  return [{ start: start + front, end: start + back, text: put.slice(front, back + moved) }];
}

/** The smallest change that turns a text into another; none when they are the same. */
export const replaceText = (before: string, after: string): readonly TextChange[] =>
  replaceSpan(before, { start: 0, end: before.length }, after);

/**
 * The changes that do at once what two lists do one after the other: the second list is about the text that the first one
 * makes. A change of the second list stands inside of one of the first, or apart from all of them.
 */
export function composeChanges(first: readonly TextChange[], second: readonly TextChange[]): readonly TextChange[] {
  const before = inOrder(first);
  const inside = before.map((): TextChange[] => []);
  const apart: TextChange[] = [];
  for (const change of second) {
    let shift = 0;
    const at = before.findIndex(({ start, end, text }) => {
      const made = { start: start + shift, end: start + shift + text.length };
      if (made.start <= change.start && change.end <= made.end) return true;
      if (made.end <= change.start) shift += text.length - (end - start);
      return false;
    });
    const begin = (before[at]?.start ?? 0) + shift;
    const moved = { start: change.start - shift, end: change.end - shift, text: change.text };
    if (at === -1) apart.push(moved);
    else inside[at]?.push({ start: change.start - begin, end: change.end - begin, text: change.text });
  }
  const made = before.map((change, at) => ({ ...change, text: applyChanges(change.text, inside[at] ?? []) }));
  return inOrder([...made, ...apart]);
}
