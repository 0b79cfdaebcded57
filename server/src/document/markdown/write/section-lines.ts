import { applyChanges } from "../../../text/changes.ts";
import { lineAt, lineBreakOf } from "../../../text/markdown/source-lines.ts";
import type { TextChange } from "../../../text/place.ts";
import { headingsOf } from "../compose/headings.ts";
import type { Node } from "../compose/outline-node.ts";
import { type MarkdownDocument, readAgain, reading } from "../compose/read-markdown.ts";
import { isRule } from "./is-rule.ts";
import { startOfSection } from "./section-span.ts";

/** Puts lines of their own below the heading of a section. `undefined` where there is no heading. */
export function addBelowHeading(
  document: MarkdownDocument,
  { passage: { heading, part } }: Node,
  lines: readonly string[],
): readonly TextChange[] | undefined {
  if (heading === undefined) return undefined;
  const at = lineAt(document.text, document.span({ part, ...heading.line }).end).end;
  const eol = lineBreakOf(document.text);
  const below = /^\r?\n[ \t]*(?:\r?\n|$)/.test(document.text.slice(at)) ? "" : eol;
  return [{ start: at, end: at, text: `${eol}${eol}${lines.join(eol)}${at === document.text.length ? "" : below}` }];
}

/**
 * Puts lines behind all that stands in a section, above its subsections and above a rule that ends it. `undefined` where they would
 * not be read as text: in a fence that is never closed, say.
 */
export function addLast(
  document: MarkdownDocument,
  node: Node,
  lines: readonly string[],
): readonly TextChange[] | undefined {
  const { nodes } = document[reading].outline;
  const { text } = document;
  const next = nodes[nodes.indexOf(node) + 1];
  let end = text.slice(0, next === undefined ? text.length : startOfSection(document, next)).trimEnd().length;
  const last = lineAt(text, end);
  const above = text.slice(0, last.start);
  if (isRule(text.slice(last.start, end)) && /\n[ \t]*\r?\n$/.test(above)) end = above.trimEnd().length;
  const eol = lineBreakOf(text);
  if (!isReadAt(document, end)) return undefined;
  return [{ start: end, end, text: `${eol}${eol}${lines.join(eol)}` }];
}

/** Whether a heading that is put on a line of its own behind an offset is read as one. */
function isReadAt(document: MarkdownDocument, offset: number): boolean {
  const probe = { start: offset, end: offset, text: "\n\n# Is this read?\n\n" };
  const read = readAgain(document, applyChanges(document.text, [probe]));
  return headingsOf(read).length === headingsOf(document).length + 1;
}
