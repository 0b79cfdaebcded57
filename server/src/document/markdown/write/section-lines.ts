import type { TextChange } from "../../place.ts";
import type { Node } from "../outline-node.ts";
import { type MarkdownDocument, reading } from "../read-markdown.ts";
import { isRule } from "./is-rule.ts";
import { startOfSection } from "./section-span.ts";
import { lineAt, lineBreakOf } from "./source-lines.ts";

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

/** Puts lines behind all that stands in a section, above its subsections and above a rule that ends it. */
export function addLast(document: MarkdownDocument, node: Node, lines: readonly string[]): readonly TextChange[] {
  const { nodes } = document[reading].outline;
  const { text } = document;
  const next = nodes[nodes.indexOf(node) + 1];
  let end = text.slice(0, next === undefined ? text.length : startOfSection(document, next)).trimEnd().length;
  const last = lineAt(text, end);
  const above = text.slice(0, last.start);
  if (isRule(text.slice(last.start, end)) && /\n[ \t]*\r?\n$/.test(above)) end = above.trimEnd().length;
  const eol = lineBreakOf(text);
  return [{ start: end, end, text: `${eol}${eol}${lines.join(eol)}` }];
}
