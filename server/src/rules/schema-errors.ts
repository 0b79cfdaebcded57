import type { Fix } from "../document/intention.ts";
import type { SectionDefinition } from "../document/kind.ts";
import type { SchemaError } from "../schema/validate.ts";
import type { RuleContext } from "./rule.ts";

/** Where an error of the schema is reported: as one of the schema rules, or as a missing section or column. */
type Concern = "schema" | "section" | "column";

function concern({ keyword, pointer }: SchemaError): Concern {
  if (pointer.includes("columns")) return "column";
  return keyword === "required" && pointer.at(-1) === "sections" ? "section" : "schema";
}

/** The errors that a schema rule reports: those of its keyword that no structure rule speaks of; of an empty section `structure/empty-section` has said enough. */
export function schemaErrors(context: RuleContext, keyword: SchemaError["keyword"]): readonly SchemaError[] {
  const empty = new Set(context.document.sections.filter((section) => section.empty).map(({ at }) => at));
  return context.schemaErrors.filter(
    (error) => error.keyword === keyword && concern(error) === "schema" && !empty.has(error.at),
  );
}

/** A section that the kind demands and the document lacks. */
export interface MissingSection {
  readonly error: SchemaError;
  readonly definition: SectionDefinition | undefined;
}

/** The sections that are missing, whatever the format: a heading of Markdown. */
export function missingSections(context: RuleContext): readonly MissingSection[] {
  return context.schemaErrors
    .filter((error) => concern(error) === "section")
    .map((error) => ({ error, definition: findSection(context.kind.sections, error.property ?? "") }));
}

/** The table columns that are missing. */
export const missingColumns = (context: RuleContext): readonly SchemaError[] =>
  context.schemaErrors.filter((error) => concern(error) === "column");

function findSection(sections: readonly SectionDefinition[], key: string): SectionDefinition | undefined {
  for (const section of sections) {
    const found = section.key === key ? section : findSection(section.sections, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What can be offered for an error of the schema. */
export function schemaFixes({ keyword, at, pointer, property, suggestion }: SchemaError): readonly Fix[] {
  if (keyword === "required" && property !== undefined) {
    return [
      { title: `Add ${property}`, intention: { do: "insert-property", pointer, name: property }, certain: false },
    ];
  }
  if (keyword === "unknown-property" && suggestion !== undefined && property !== undefined) {
    const intention = { do: "rename-key", pointer: [...pointer, property], name: suggestion } as const;
    return [{ title: `Rename to ${suggestion}`, intention, certain: true }];
  }
  if (keyword === "enum" && suggestion !== undefined) {
    return [{ title: `Change to ${suggestion}`, intention: { do: "replace", at, text: suggestion }, certain: true }];
  }
  return [];
}
