/** An element of a page of ours. */
export interface PageElement {
  /** All of it, tags included. */
  readonly html: string;
  readonly tag: string;
  /** What it holds, where that is nothing but elements; else it is one piece. */
  readonly children?: readonly PageElement[];
}

/** Elements that are one piece whatever they hold: a browser reads the inside of a drawing only with the drawing around it. */
const whole = new Set(["svg"]);
const empty = new Set(["br", "hr", "input"]);
const tags = /<(\/?)([a-z][a-z\d]*)((?:[^<>a-z\d][^<>]*)?)>/g;

interface Open {
  readonly tag: string;
  readonly start: number;
  readonly children: PageElement[];
  hasText: boolean;
}

/**
 * Reads the body of a page as `renderDocument` writes it: well-formed, with `>` in no attribute, and every element closed. Text
 * between the outermost elements is passed over.
 */
export function readElements(html: string): readonly PageElement[] {
  const root: Open = { tag: "", start: 0, children: [], hasText: false };
  const open: Open[] = [];
  let inner = root;
  let at = 0;
  for (const match of html.matchAll(tags)) {
    const [source, closing, tag = "", attributes = ""] = match;
    if (match.index > at) inner.hasText = true;
    at = match.index + source.length;
    if (closing === "/") {
      const { start, children, hasText } = inner;
      inner = open.pop() ?? root;
      const inOnePiece = hasText || children.length === 0 || whole.has(tag);
      const text = html.slice(start, at);
      inner.children.push(inOnePiece ? { html: text, tag } : { html: text, tag, children });
    } else if (attributes.endsWith("/") || empty.has(tag)) inner.children.push({ html: source, tag });
    else {
      open.push(inner);
      inner = { tag, start: match.index, children: [], hasText: false };
    }
  }
  return root.children;
}
