import type { Span } from "./place.ts";

/** Spans that do not meet each other, in order. What meets is said by who keeps them; equal offsets alone need not. */
export class Apart<Item extends Span> {
  readonly #taken: Item[] = [];
  readonly #meet: (a: Item, b: Item) => boolean;

  constructor(meet: (a: Item, b: Item) => boolean) {
    this.#meet = meet;
  }

  get inOrder(): readonly Item[] {
    return this.#taken;
  }

  /** Takes items, all or none: none where one of them meets what was taken before. */
  take(items: readonly Item[]): boolean {
    if (items.some((item) => this.#meets(item))) return false;
    for (const item of items) this.#taken.splice(this.#placeOf(item.start), 0, item);
    return true;
  }

  /** Those that lie in a span. */
  within({ start, end }: Span): readonly Item[] {
    const found: Item[] = [];
    for (let at = this.#placeOf(start); at < this.#taken.length; at++) {
      const item = this.#taken[at];
      if (item === undefined || item.start > end) break;
      if (item.end <= end) found.push(item);
    }
    return found;
  }

  #meets(item: Item): boolean {
    const at = this.#placeOf(item.start);
    return [this.#taken[at - 1], this.#taken[at]].some((other) => other !== undefined && this.#meet(other, item));
  }

  /** The index of the first item that begins at an offset, or behind it. */
  #placeOf(start: number): number {
    let [low, high] = [0, this.#taken.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#taken[middle]?.start ?? start) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
