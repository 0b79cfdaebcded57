import type { Change } from "./split-again.ts";

/** Where two versions of a text differ. */
export function changeBetween(before: string, text: string): Change {
  const front = commonStart(text, before);
  const back = before.length - commonEnd(text, before, front);
  return { front, back, moved: text.length - before.length };
}

const stride = 4_096;

/** How many UTF-16 units two texts begin with in common. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + stride <= most && a.slice(at, at + stride) === b.slice(at, at + stride)) at += stride;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many UTF-16 units two texts end with in common, beyond what they begin with. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length + stride <= most) {
    const next = length + stride;
    if (a.slice(a.length - next, a.length - length) !== b.slice(b.length - next, b.length - length)) break;
    length = next;
  }
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}
