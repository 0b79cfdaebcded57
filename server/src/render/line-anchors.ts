import type { LineIndex } from "../text/line-index.ts";

/**
 * Where the lines of the source stand on the page. Each line names at most one element (`id="L12" data-line="11"`: ids
 * count lines as people do, `data-line` as editors do).
 */
export class LineAnchors {
  readonly #lines: LineIndex;
  readonly #claimed = new Set<number>();
  /** Those lines in order, as far as they were needed so. */
  #inOrder: readonly number[] = [];

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  /** Attributes for the element that shows a zero-based line, with a space before; empty when another one has it. */
  atLine(line: number): string {
    if (this.#claimed.has(line)) return "";
    this.#claimed.add(line);
    return ` id="L${line + 1}" data-line="${line}"`;
  }

  /** The same, for the line of an offset. */
  atOffset(offset: number): string {
    return this.atLine(this.#lines.position(offset).line);
  }

  /** A link to what shows an offset, or comes last before it; `data-jump` is its place in the source. */
  jumpTo(offset: number, html: string): string {
    const { line, character } = this.#lines.position(offset);
    const near = this.#lastUpTo(line);
    const target = near === undefined ? "#document" : `#L${near + 1}`;
    return `<a href="${target}" data-jump="${line}:${character}">${html}</a>`;
  }

  /** The line of an offset, counted from 1. */
  number(offset: number): number {
    return this.#lines.position(offset).line + 1;
  }

  /** The last line up to this one that an element shows. */
  #lastUpTo(line: number): number | undefined {
    if (this.#inOrder.length < this.#claimed.size) this.#inOrder = [...this.#claimed].sort((a, b) => a - b);
    let [low, high] = [0, this.#inOrder.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#inOrder[middle] ?? line) <= line) low = middle + 1;
      else high = middle;
    }
    return this.#inOrder[low - 1];
  }
}
