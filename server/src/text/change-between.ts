/** What two versions of a text have in common, at the beginning and at the end. */
export interface Change {
  /** Up to here both are the same. */
  readonly front: number;
  /** From here on the old text stands in the new one as well, moved by `moved`. */
  readonly back: number;
  readonly moved: number;
}

/** Where two versions of a text differ. */
export function changeBetween(before: string, text: string): Change {
  const front = commonStart(text, before);
  const back = before.length - commonEnd(text, before, front);
  return { front, back, moved: text.length - before.length };
}

/** How many UTF-16 units two texts begin with in common. Engines compare long slices as memory. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  for (let stride = largestStride(most); stride >= 1; stride /= 2) {
    if (at + stride <= most && a.slice(at, at + stride) === b.slice(at, at + stride)) at += stride;
  }
  return at;
}

/** How many UTF-16 units two texts end with in common, beyond what they begin with. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  for (let stride = largestStride(most); stride >= 1; stride /= 2) {
    const next = length + stride;
    if (next > most) continue;
    if (a.slice(a.length - next, a.length - length) === b.slice(b.length - next, b.length - length)) length = next;
  }
  return length;
}

/** The largest power of two that is not over a length; each is tried once, since what is common is a sum of such. */
const largestStride = (length: number): number => (length < 1 ? 0 : 2 ** Math.floor(Math.log2(length)));
