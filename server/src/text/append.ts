/** Puts items at the end of a list. As arguments of `push` they would lie on the stack, which a long document overflows. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** The items of lists in one list, copied by halves: each list at once, where `flat` would go item by item. */
export function concatenated<Item>(lists: readonly (readonly Item[])[], from = 0, to = lists.length): readonly Item[] {
  if (to - from <= 1) return lists[from] ?? [];
  const middle = (from + to) >> 1;
  return concatenated(lists, from, middle).concat(concatenated(lists, middle, to));
}
