/** How much two versions of a list share: so many items at the beginning, and besides them so many at the end. */
export interface CommonEnds {
  readonly front: number;
  readonly back: number;
}

/** Compares two versions of a list from both ends inward; items are the same by identity, unless told otherwise. */
export function commonEnds<Item, Now = Item>(
  before: readonly Item[],
  now: readonly Now[],
  same: (before: Item | undefined, now: Now | undefined) => boolean = (a, b) => Object.is(a, b),
): CommonEnds {
  const most = Math.min(before.length, now.length);
  if (Object.is(before, now)) return { front: most, back: 0 };
  let front = 0;
  while (front < most && same(before[front], now[front])) front++;
  let back = 0;
  while (front + back < most && same(before[before.length - 1 - back], now[now.length - 1 - back])) back++;
  return { front, back };
}
