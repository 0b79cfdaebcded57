import type { TextChange } from "./place.ts";

/** A text with changes carried out that come in order and do not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: put } of changes) {
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}
