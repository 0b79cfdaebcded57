import type { Part } from "./place.ts";

/** Parts that are not where an earlier version had them are searched for, so often at most before all are listed. */
const mostSearches = 64;

/** Tells which part of a document a place counts from. Versions of a document share a table, so that an edit makes none. */
export class PartIndex {
  readonly #parts: readonly Part[];
  #table: PartTable | undefined;
  #searches = 0;

  /** `earlier`: the index of the version before. */
  constructor(parts: readonly Part[], earlier?: PartIndex) {
    this.#parts = parts;
    this.#table = earlier === undefined ? undefined : earlier.#table;
  }

  /** Where a part stands among the parts of its document; -1 for one of another document. */
  indexOf(part: Part): number {
    const { parts, at } = this.#table ?? this.#list();
    const listed = at.get(part);
    if (parts === this.#parts) return listed ?? -1;
    if (listed !== undefined) {
      if (this.#parts[listed] === part) return listed;
      // Parts that came or went stand before it.
      const moved = listed + this.#parts.length - parts.length;
      if (this.#parts[moved] === part) return moved;
    }
    return this.#searches++ < mostSearches ? this.#parts.indexOf(part) : (this.#list().at.get(part) ?? -1);
  }

  #list(): PartTable {
    this.#table = { parts: this.#parts, at: new Map(this.#parts.map((part, index) => [part, index])) };
    return this.#table;
  }
}

/** The parts of some version, each with its index. */
interface PartTable {
  readonly parts: readonly Part[];
  readonly at: ReadonlyMap<Part, number>;
}
