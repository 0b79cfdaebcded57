import type { Directive, Placeholder, Problem, Reference } from "../../model.ts";
import type { MarkdownPart } from "../parts/markdown-part.ts";
import type { Passage } from "../parts/passage.ts";
import type { PartContent } from "../parts/read-part.ts";

/** What the parts of a document say by themselves, in order. */
export interface Gathered {
  readonly passages: readonly Passage[];
  readonly placeholders: readonly Placeholder[];
  readonly references: readonly Reference[];
  readonly directives: readonly Directive[];
  readonly problems: readonly Problem[];
}

/** Joins what the parts of a document say. Brackets that a definition in any of them makes a link are no placeholders. */
export function gatherParts(parts: readonly MarkdownPart[]): Gathered {
  const passages: Passage[] = [];
  const placeholders: Placeholder[] = [];
  const references: Reference[] = [];
  const directives: Directive[] = [];
  const problems: Problem[] = [];
  const defined = new Set<string>();
  for (const { content } of parts) for (const label of content.definitions) defined.add(label);
  const isBlank = ({ labels }: PartContent, placeholder: Placeholder): boolean =>
    defined.size === 0 || !defined.has(labels.get(placeholder) ?? "");
  for (const { content } of parts) {
    for (const passage of content.passages) passages.push(passage);
    for (const placeholder of content.placeholders) if (isBlank(content, placeholder)) placeholders.push(placeholder);
    for (const reference of content.references) references.push(reference);
    for (const directive of content.directives) directives.push(directive);
    for (const problem of content.problems) problems.push(problem);
  }
  return { passages, placeholders, references, directives, problems };
}
