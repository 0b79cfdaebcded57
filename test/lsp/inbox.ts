/** Keeps what arrives, and hands each item to the first who waits for its like. */
export class Inbox<Item> {
  #items: Item[] = [];
  readonly #waiting = new Set<(item: Item) => boolean>();

  push(item: Item): void {
    for (const offer of this.#waiting) if (offer(item)) return;
    this.#items.push(item);
  }

  /** The next item that fits, arrived or to come; it is taken out. */
  next(fits: (item: Item) => boolean = () => true): Promise<Item> {
    const index = this.#items.findIndex(fits);
    const [item] = index === -1 ? [] : this.#items.splice(index, 1);
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve) => {
      const offer = (candidate: Item): boolean => {
        if (!fits(candidate)) return false;
        this.#waiting.delete(offer);
        resolve(candidate);
        return true;
      };
      this.#waiting.add(offer);
    });
  }

  /** What has arrived and was not taken. */
  get rest(): readonly Item[] {
    return this.#items;
  }
}
