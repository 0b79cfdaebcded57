/** How much two versions of a list share: so many items at the beginning, and besides them so many at the end. */
export interface CommonEnds {
  readonly front: number;
  readonly back: number;
}

/** Compares two versions of a list by identity of their items, from both ends inward. */
export function commonEnds(before: readonly unknown[], now: readonly unknown[]): CommonEnds {
  const most = Math.min(before.length, now.length);
  if (before === now) return { front: most, back: 0 };
  let front = 0;
  while (front < most && before[front] === now[front]) front++;
  let back = 0;
  while (front + back < most && before[before.length - 1 - back] === now[now.length - 1 - back]) back++;
  return { front, back };
}
