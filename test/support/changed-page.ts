import type { PageChange } from "../../server/src/render/update/page-changes.ts";
import { type PageElement, readElements } from "../../server/src/render/update/page-elements.ts";

interface Node {
  readonly open: string;
  readonly close: string;
  children: Node[];
}

const nodeOf = ({ html, tag, children }: PageElement): Node =>
  children === undefined
    ? { open: html, close: "", children: [] }
    : { open: html.slice(0, html.indexOf(">") + 1), close: `</${tag}>`, children: children.map(nodeOf) };

const htmlOf = ({ open, children, close }: Node): string => open + children.map(htmlOf).join("") + close;

/** A page after changes, made as the script of a preview makes them. Throws for one that does not fit. */
export function changedPage(html: string, changes: readonly PageChange[]): string {
  const page: Node = { open: "", close: "", children: readElements(html).map(nodeOf) };
  for (const { at, had, from, count, html: comes } of changes) {
    let parent: Node | undefined = page;
    for (const index of at) parent = parent?.children[index];
    if (parent?.children.length !== had) throw new Error(`a change does not fit: ${at.join(" ")}`);
    parent.children.splice(from, count, ...readElements(comes).map(nodeOf));
  }
  return htmlOf(page);
}
