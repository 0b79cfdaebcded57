import type { Body, BodyTable, Entry, Loose } from "./body.ts";

/** Something of a Markdown manifest that has no place in YAML. */
export interface Leftover {
  /** From 1. */
  readonly line: number;
  /** What it is, in a few words: `comment`, `link text`. */
  readonly what: string;
  readonly text: string;
}

/** Collects what was used of a document, and what was dropped of what was used; the rest is left over. */
export class Leftovers {
  readonly #used = new Set<Entry | Loose | BodyTable>();
  readonly #dropped: Leftover[] = [];

  use(all: Iterable<Entry | Loose | BodyTable>): void {
    for (const one of all) this.#used.add(one);
  }

  /** Notes a part of something used that has no place. */
  drop(line: number, what: string, text: string): void {
    if (text.trim() !== "") this.#dropped.push({ line, what, text: text.trim() });
  }

  /** What is left of a body. */
  leave({ entries, tables, loose }: Body): void {
    for (const entry of entries) this.#entry(entry);
    for (const table of tables) {
      if (!this.#used.has(table)) this.drop(table.line, "table", table.header.join(" | "));
    }
    for (const { line, text } of loose.filter((one) => !this.#used.has(one))) {
      this.drop(line, text.startsWith("<!--") ? "comment" : "text", text);
    }
  }

  #entry(entry: Entry): void {
    if (this.#used.has(entry)) for (const child of entry.children) this.#entry(child);
    else this.drop(entry.line, "item", entry.label === undefined ? entry.text : `${entry.label}: ${entry.text}`);
  }

  /** By line. */
  get all(): readonly Leftover[] {
    return [...this.#dropped].sort((a, b) => a.line - b.line);
  }
}
