import type { TextChange } from "../../../text/place.ts";
import type { RollbackPart } from "../../kind.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";
import { rollbackBlanks } from "./rollback-blanks.ts";
import { addBelowHeading, addLast } from "./section-lines.ts";

/** Adds a part to the rollback plan, with a blank to be filled. `undefined` where the plan has no heading. */
export function addRollbackPart(document: MarkdownDocument, part: RollbackPart): readonly TextChange[] | undefined {
  const [at] = document.rollback.headings;
  const node = document[reading].outline.nodes.find(({ passage }) => passage.heading?.text.at === at);
  if (at === undefined || node === undefined) return undefined;
  const { label, blank } = rollbackBlanks[part];
  if (part === "steps") return addLast(document, node, [`**${label}:**`, "", `1. ${blank}`]);
  const line = `**${label}:** ${blank}`;
  return part === "verification" ? addLast(document, node, [line]) : addBelowHeading(document, node, [line]);
}
