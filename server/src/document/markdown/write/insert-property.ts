import type { Pointer } from "../../../text/json.ts";
import { lineAt, lineBreakOf } from "../../../text/markdown/source-lines.ts";
import type { TextChange } from "../../../text/place.ts";
import { headingOf } from "../../../text/values/key-words.ts";
import type { Intention } from "../../intention.ts";
import type { Node } from "../compose/outline-node.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";
import { appendColumn } from "./append-column.ts";
import { titleOf } from "./rename-key.ts";
import { addBelowHeading } from "./section-lines.ts";
import { isBoxColumn } from "./section-skeleton.ts";

/**
 * Adds a missing field below the others of its section, written as they are, with a blank to be filled; a missing column to a
 * table; or the first step or gate of a section. `undefined` for anything else.
 */
export function insertProperty(
  document: MarkdownDocument,
  { pointer, name }: Extract<Intention, { readonly do: "insert-property" }>,
): readonly TextChange[] | undefined {
  if (pointer.at(-1) === "sections") return undefined;
  if (pointer.at(-1) === "columns") return addColumn(document, pointer, name);
  const inFields = pointer.at(-1) === "fields";
  const path = (inFields ? pointer.slice(0, -1) : pointer).filter((_, index) => index % 2 === 1).map(String);
  const node = nodeAt(document, path);
  if (node === undefined) return undefined;
  if (inFields) return addField(document, node, titleOf(document[reading].options.kind, [...pointer, name], name));
  if (name === "steps") return addBelowHeading(document, node, ["1. [First step]"]);
  return name === "gates" ? addBelowHeading(document, node, ["- [ ] [What must be confirmed]"]) : undefined;
}

function addColumn(document: MarkdownDocument, pointer: Pointer, name: string): readonly TextChange[] | undefined {
  const header = document.placeOf(pointer).key;
  for (const { passage } of document[reading].outline.nodes) {
    const table = passage.pieces.find((piece) => piece.type === "table" && piece.headerAt === header);
    if (table?.type !== "table") continue;
    const title = headingOf(name);
    return appendColumn(document, passage.part, table, title, () => (isBoxColumn(title) ? "[ ]" : `[${title}]`));
  }
  return undefined;
}

function nodeAt(document: MarkdownDocument, path: readonly string[]): Node | undefined {
  const { nodes } = document[reading].outline;
  if (path.length === 0)
    return nodes.find(({ passage, section }) => section === undefined && passage.heading !== undefined);
  return nodes.find(({ section }) => section?.path.join("/") === path.join("/"));
}

function addField(document: MarkdownDocument, node: Node, label: string): readonly TextChange[] | undefined {
  const { text } = document;
  const last = node.passage.fields.at(-1);
  if (last === undefined) return addBelowHeading(document, node, [`**${label}:** [${label}]`]);
  const line = lineAt(text, document.span(last.value.at).end);
  const source = text.slice(lineAt(text, document.span(last.label.at).start).start, line.end);
  const eol = lineBreakOf(text);
  const indent = /^[ \t]*/.exec(source)?.[0] ?? "";
  const bullet = /^[ \t]*([-*+])[ \t]/.exec(source)?.[1];
  const added = /^[ \t]*\|/.test(source)
    ? `${indent}| ${label} | [${label}] |`
    : bullet === undefined
      ? `**${label}:** [${label}]`
      : `${indent}${bullet} **${label}**: [${label}]`;
  return [{ start: line.end, end: line.end, text: `${eol}${added}` }];
}
