import type { Fix } from "../document/intention.ts";
import type { SectionDefinition } from "../document/kind.ts";
import { valueAt } from "../schema/failure.ts";
import { nearestName } from "../schema/nearest-name.ts";
import type { SchemaError } from "../schema/schema-error.ts";
import { knownProperties, schemasAt } from "../text/json-schema.ts";
import { headingOf } from "../text/values/key-words.ts";
import { quote } from "./quote.ts";
import type { RuleContext } from "./rule.ts";

/** Where an error of the schema is reported: as one of the schema rules, or as a missing section or column. */
type Concern = "schema" | "section" | "column";

function concern({ keyword, pointer }: SchemaError): Concern {
  if (pointer.includes("columns")) return "column";
  return keyword === "required" && pointer.at(-1) === "sections" ? "section" : "schema";
}

/** The errors that a schema rule reports: those of its keyword that no structure rule speaks of; of an empty section `structure/empty-section` has said enough. */
export function schemaErrors(context: RuleContext, keyword: SchemaError["keyword"]): readonly SchemaError[] {
  const errors = context.schemaErrors.filter((error) => error.keyword === keyword && concern(error) === "schema");
  if (errors.length === 0) return [];
  const empty = new Set(context.document.sections.filter((section) => section.empty).map(({ at }) => at));
  return errors.filter(({ at }) => !empty.has(at));
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
export function schemaFixes(context: RuleContext, error: SchemaError): readonly Fix[] {
  const { keyword, at, pointer, property, suggestion } = error;
  if (keyword === "required" && property !== undefined) {
    const intention = { do: "insert-property", pointer, name: property } as const;
    return [...misspelt(context, error), { title: `Add ${property}`, intention, certain: false }];
  }
  if (keyword === "unknown-property" && property !== undefined) {
    const unknown = [...pointer, property];
    const remove: Fix = { title: `Remove ${property}`, intention: { do: "remove", pointer: unknown }, certain: false };
    if (suggestion === undefined) return [remove];
    const intention = { do: "rename-key", pointer: unknown, name: suggestion } as const;
    return [{ title: `Rename to ${suggestion}`, intention, certain: true }, remove];
  }
  if (keyword === "one-of" && property !== undefined) {
    return [{ title: `Remove ${property}`, intention: { do: "remove", pointer }, certain: false }];
  }
  if (keyword === "enum" && suggestion !== undefined) {
    return [{ title: `Change to ${suggestion}`, intention: { do: "replace", at, text: suggestion }, certain: true }];
  }
  return [];
}

/**
 * Renames the field, section or column of Markdown that most likely is the missing one under a misspelt name: one that the
 * schema does not know. In YAML the misspelt key is a finding of its own.
 */
export function misspelt(
  { document, kind }: RuleContext,
  { pointer, property }: Pick<SchemaError, "pointer" | "property">,
): readonly Fix[] {
  if (document.format !== "markdown" || property === undefined) return [];
  const holder = valueAt(document.value, pointer);
  if (typeof holder !== "object" || holder === null) return [];
  const known = new Set(knownProperties(schemasAt(kind.schema, pointer)));
  const named = Object.entries(holder).map(([key, value]) =>
    typeof value === "string" && Array.isArray(holder) ? ([value, Number(key)] as const) : ([key, key] as const),
  );
  const unknown = named.filter(([name]) => !known.has(name));
  const near = nearestName(
    property,
    unknown.map(([name]) => name),
  );
  const step = unknown.find(([name]) => name === near)?.[1];
  if (near === undefined || step === undefined) return [];
  const intention = { do: "rename-key", pointer: [...pointer, step], name: property } as const;
  return [{ title: `Rename ${quote(headingOf(near))} to ${quote(headingOf(property))}`, intention, certain: false }];
}
