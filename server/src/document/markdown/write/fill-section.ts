import type { Place, TextChange } from "../../../text/place.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";
import { addBelowHeading } from "./section-lines.ts";
import { plainWriter, SectionSkeleton, sectionPointer } from "./section-skeleton.ts";
import { nodeAt } from "./section-span.ts";

/** Puts blanks for all that its schema asks for below the heading of an empty section of the kind. */
export function fillSection(document: MarkdownDocument, at: Place): readonly TextChange[] | undefined {
  const node = nodeAt(document, at);
  if (node?.section === undefined || node.definition === undefined || !node.section.known) return undefined;
  const skeleton = new SectionSkeleton(document[reading].options.kind.schema, plainWriter);
  const { path, level } = node.section;
  return addBelowHeading(document, node, skeleton.body(node.definition, sectionPointer(path), level));
}
