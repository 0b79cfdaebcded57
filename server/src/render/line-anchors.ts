import type { LineIndex } from "../text/line-index.ts";

/**
 * Where the lines of the source stand on the page. Each line names at most one element (`id="L12" data-line="11"`: ids
 * count lines as people do, `data-line` as editors do).
 */
export class LineAnchors {
  readonly #lines: LineIndex;
  readonly #claimed = new Set<number>();

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
    let near = line;
    while (near > 0 && !this.#claimed.has(near)) near--;
    const target = this.#claimed.has(near) ? `#L${near + 1}` : "#document";
    return `<a href="${target}" data-jump="${line}:${character}">${html}</a>`;
  }

  /** The line of an offset, counted from 1. */
  number(offset: number): number {
    return this.#lines.position(offset).line + 1;
  }
}
