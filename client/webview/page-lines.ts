interface LineElement {
  readonly line: number;
  readonly element: Element;
}

/** Where the lines of the source stand on the page, in pixels from its top. */
export class PageLines {
  /** By line. */
  #elements: readonly LineElement[] = [];

  /** Reads the page again, after it changed: elements tell the step to their line from the one before, and are given the line. */
  read(root: Element): void {
    let line = 0;
    const elements: LineElement[] = [];
    for (const element of root.querySelectorAll<HTMLElement>("[data-step]")) {
      line += Number(element.dataset.step);
      const words = String(line);
      if (element.dataset.line !== words) element.dataset.line = words;
      elements.push({ line, element });
    }
    this.#elements = elements.sort((a, b) => a.line - b.line);
  }

  /** What shows a line, or comes last before it. */
  elementAt(line: number): Element | undefined {
    return this.#elements[this.#after(line) - 1]?.element;
  }

  /** The pixel at which a line stands; lines without an element lie between their neighbours. */
  top(line: number): number {
    if (line <= 0) return 0;
    const next = this.#after(line);
    const before = this.#shown(next - 1, -1) ?? { line: 0, top: 0 };
    const after = this.#shown(next, 1);
    if (after === undefined) return before.top;
    return before.top + ((after.top - before.top) * (line - before.line)) / (after.line - before.line);
  }

  /** The line that stands at a pixel, or last before it, with the share of the way to the next one. */
  lineAt(pixel: number): number {
    if (pixel <= 0) return 0;
    const next = firstIndex(this.#elements.length, (at) => (this.#shown(at, -1)?.top ?? 0) > pixel);
    const before = this.#shown(next - 1, -1) ?? { line: 0, top: 0 };
    const after = this.#shown(next, 1);
    if (after === undefined || after.top <= before.top) return before.line;
    return before.line + ((after.line - before.line) * (pixel - before.top)) / (after.top - before.top);
  }

  /** Index of the first element of a later line. */
  #after(line: number): number {
    return firstIndex(this.#elements.length, (at) => (this.#elements[at]?.line ?? 0) > line);
  }

  /** The nearest element that is shown, from an index on in a direction. */
  #shown(from: number, direction: 1 | -1): { readonly line: number; readonly top: number } | undefined {
    for (let at = from; ; at += direction) {
      const found = this.#elements[at];
      if (found === undefined) return undefined;
      const top = topOf(found.element);
      if (top !== undefined) return { line: found.line, top };
    }
  }
}

/** The first index below a length for which a condition holds, which holds for all that follow; the length when it holds for none. */
function firstIndex(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** `undefined` for what is not shown, such as what stands in closed details. */
function topOf(element: Element): number | undefined {
  return element.getClientRects().length === 0 ? undefined : element.getBoundingClientRect().top + window.scrollY;
}
