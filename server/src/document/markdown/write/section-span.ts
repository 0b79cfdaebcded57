import { lineAt } from "../../../text/markdown/source-lines.ts";
import type { Place } from "../../../text/place.ts";
import type { Node } from "../compose/outline-node.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";

/** The node whose heading stands at a place. */
export const nodeAt = (document: MarkdownDocument, { part, start, end }: Place): Node | undefined =>
  document[reading].outline.nodes.find(({ section }) => {
    const at = section?.at;
    return at !== undefined && at.part === part && at.start === start && at.end === end;
  });

/** Where a section begins: at its heading, or at the comments and anchors that stand right above it. */
export function startOfSection(document: MarkdownDocument, { passage }: Node): number {
  const { heading, part } = passage;
  if (heading === undefined) return 0;
  const { text } = document;
  let { start } = document.span({ part, ...heading.line });
  while (start > 0) {
    const above = lineAt(text, start - 1);
    if (!belongsBelow.test(text.slice(above.start, above.end))) break;
    start = above.start;
  }
  return start;
}

const belongsBelow = /^ {0,3}<(?:!--.*-->|a\s[^>]*>\s*<\/a>)\s*$/;

/** Where a section with all that belongs to it ends: where the next one begins that is not below it. */
export function endOfSection(document: MarkdownDocument, node: Node): number {
  const { nodes } = document[reading].outline;
  const level = node.section?.level ?? 0;
  const next = nodes.slice(nodes.indexOf(node) + 1).find(({ section }) => (section?.level ?? 0) <= level);
  return next === undefined ? document.text.length : startOfSection(document, next);
}
