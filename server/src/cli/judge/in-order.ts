/**
 * Runs a task for each item, several at a time, and yields the results in the order of the items. No more than `most()` results
 * are begun and not yet taken.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  run: (item: Item) => Promise<Result>,
  most: () => number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for await (const item of items) {
    const result = run(item);
    // A failure is thrown where it is taken, in its turn, not where nobody listens yet.
    result.catch(() => {});
    begun.push(result);
    if (begun.length < most()) continue;
    const first = begun.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of begun) yield await result;
}
