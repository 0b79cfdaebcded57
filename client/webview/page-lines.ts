interface LineElement {
  readonly line: number;
  readonly element: Element;
}

/** Where the lines of the source stand on the page, in pixels from its top. */
export class PageLines {
  #elements: readonly LineElement[] = [];

  /** Reads the page again, after it changed. */
  read(root: Element): void {
    this.#elements = [...root.querySelectorAll<HTMLElement>("[data-line]")]
      .map((element) => ({ line: Number(element.dataset.line), element }))
      .sort((a, b) => a.line - b.line);
  }

  /** The pixel at which a line stands; lines without an element lie between their neighbours. */
  top(line: number): number {
    if (line <= 0) return 0;
    let before: { line: number; top: number } = { line: 0, top: 0 };
    for (const { line: own, element } of this.#elements) {
      const top = topOf(element);
      if (top === undefined) continue;
      if (own > line) return before.top + ((top - before.top) * (line - before.line)) / (own - before.line);
      before = { line: own, top };
    }
    return before.top;
  }

  /** The line that stands at a pixel, or last before it, with the share of the way to the next one. */
  lineAt(pixel: number): number {
    if (pixel <= 0) return 0;
    let before = { line: 0, top: 0 };
    for (const { line, element } of this.#elements) {
      const top = topOf(element);
      if (top === undefined || top < before.top) continue;
      if (top > pixel) return before.line + ((line - before.line) * (pixel - before.top)) / (top - before.top);
      before = { line, top };
    }
    return before.line;
  }
}

/** `undefined` for what is not shown, such as what stands in closed details. */
function topOf(element: Element): number | undefined {
  return element.getClientRects().length === 0 ? undefined : element.getBoundingClientRect().top + window.scrollY;
}
