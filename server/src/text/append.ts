/** Puts items at the end of a list. As arguments of `push` they would lie on the stack, which a long document overflows. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
