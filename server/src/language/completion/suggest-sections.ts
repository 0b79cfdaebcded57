import { CompletionItemKind } from "vscode-languageserver-types";
import type { KindDefinition, SectionDefinition } from "../../document/kind.ts";
import { SectionSkeleton, sectionPointer } from "../../document/markdown/write/section-skeleton.ts";
import type { ReleaseDocument, Section } from "../../document/model.ts";
import { sectionAround, sectionsIn } from "../../document/section-tree.ts";
import { schemasAt, textIn } from "../../text/json-schema.ts";
import { followingNumber, headingNumber } from "../../text/markdown/heading-number.ts";
import type { Span } from "../../text/place.ts";
import { SnippetWriter } from "./snippet.ts";
import type { Suggestion } from "./suggestion.ts";

/** The place of a new heading. */
export interface HeadingSpot {
  /** The section that ends there. */
  readonly section: Section | undefined;
  /** Number of `#` that are written; 0 where none is. */
  readonly level: number;
  /** The line of the new heading: what stands on it already is no section. */
  readonly line: Span;
}

interface Level {
  readonly definitions: readonly SectionDefinition[];
  readonly parent: Section | undefined;
  readonly siblings: readonly Section[];
  readonly level: number;
}

/** Sections of the kind that are missing: those that follow the section above first, with their numbering continued. */
export function suggestSections(
  kind: KindDefinition,
  document: ReleaseDocument,
  spot: HeadingSpot,
): readonly Suggestion[] {
  const isOther = ({ at }: Section): boolean => {
    const { start } = document.span(at);
    return start < spot.line.start || start > spot.line.end;
  };
  const top: Level = {
    definitions: kind.sections,
    parent: undefined,
    siblings: document.sections.filter((section) => section.path.length === 1 && isOther(section)),
    level: document.sections.find(({ path, known }) => known && path.length === 1)?.level ?? 2,
  };
  const inner = innerLevels(kind, document.sections, spot.section, isOther);
  const levels = spot.level === 0 ? [...inner, top] : [...inner, top].filter(({ level }) => level === spot.level);
  const wanted = levels.length > 0 ? levels : [top];
  return wanted.flatMap((level) => missingAt(level, kind, document, spot));
}

/** The levels below the sections that a place stands in, from the innermost outwards. */
function innerLevels(
  kind: KindDefinition,
  sections: readonly Section[],
  section: Section | undefined,
  isOther: (section: Section) => boolean,
): readonly Level[] {
  const levels: Level[] = [];
  for (let around = section; around !== undefined; around = sectionAround(sections, around)) {
    const definitions = definitionOf(kind, around.path)?.sections ?? [];
    const siblings = sectionsIn(sections, around).filter(isOther);
    const level = siblings[0]?.level ?? around.level + 1;
    if (definitions.length > 0) levels.push({ definitions, parent: around, siblings, level });
  }
  return levels;
}

/** The definition of a section by its keys. */
export function definitionOf(kind: KindDefinition, path: readonly string[]): SectionDefinition | undefined {
  let definitions = kind.sections;
  let found: SectionDefinition | undefined;
  for (const key of path) {
    found = definitions.find((definition) => definition.key === key);
    definitions = found?.sections ?? [];
  }
  return found;
}

function missingAt(
  level: Level,
  kind: KindDefinition,
  document: ReleaseDocument,
  { section }: HeadingSpot,
): readonly Suggestion[] {
  const { definitions, parent, siblings } = level;
  const offset = section === undefined ? -1 : document.span(section.at).start;
  const present = new Set(siblings.map(({ key }) => key));
  const above = siblings.findLast((sibling) => document.span(sibling.at).start <= offset);
  const order = definitions.findIndex(({ key }) => key === above?.key);
  const missing = definitions.filter(({ key }) => !present.has(key));
  const following = missing.filter((definition) => definitions.indexOf(definition) > order);
  const earlier = missing.filter((definition) => !following.includes(definition));
  const path = parent?.path ?? [];
  const next = following.find((definition) => definition.required) ?? following[0];
  return [...following, ...earlier].map((definition) => {
    const pointer = sectionPointer([...path, definition.key]);
    const skeleton = new SectionSkeleton(kind.schema, new SnippetWriter());
    const lines = skeleton.section(definition, pointer, level.level, numberAfter(above, siblings, parent));
    const documentation = textIn(schemasAt(kind.schema, pointer), "description");
    return {
      label: definition.title,
      kind: CompletionItemKind.Module,
      detail: definition.required ? "Section (required)" : "Section",
      text: lines.join("\n"),
      snippet: true,
      filter: `${"#".repeat(level.level)} ${definition.title}`,
      ...(documentation !== undefined && { documentation }),
      ...(definition === next && { preselect: true }),
    };
  });
}

/** The number that continues those of the sections before it: `7. `, `2.3 `; empty where they have none. */
function numberAfter(above: Section | undefined, siblings: readonly Section[], parent: Section | undefined): string {
  const before = headingNumber(above?.title ?? "");
  if (before !== undefined) return followingNumber(before);
  if (above !== undefined || siblings.some(({ title }) => headingNumber(title) === undefined)) return "";
  const outer = headingNumber(parent?.title ?? "");
  return outer === undefined ? "" : `${outer.parts.join(".")}.1 `;
}
