import { smallest } from "../text/extremes.ts";
import type { JsonValue, Pointer } from "../text/json.ts";
import { type JsonSchema, keywordOf, schemasAt, stringsOf } from "../text/json-schema.ts";
import { headingOf } from "../text/values/key-words.ts";
import type { Explanation } from "./explain.ts";
import { type Failure, valueAt } from "./failure.ts";
import { either } from "./wording.ts";

/** Keywords by which a schema asks for something that a section lacks. */
const demands = new Set(["required", "minItems", "contains", "anyOf"]);

/**
 * What a Markdown document lacks, in words of headings and tables: a section, a field, a table, a column, gates, steps.
 * `undefined` for an error that is about none of them; an empty list for one that another error tells better.
 */
export function explainSection(
  failure: Failure,
  root: JsonSchema,
  document: JsonValue,
): readonly Explanation[] | undefined {
  const { keyword, pointer, params } = failure;
  if (/\/contains\//.test(failure.schemaPath)) return [];
  if (!demands.has(keyword)) return undefined;
  const last = pointer.at(-1);
  if (keyword === "contains") return last === "tables" ? missingColumns(failure, root, document) : undefined;
  if (keyword === "minItems")
    return typeof last === "string" ? emptyPart(pointer.slice(0, -1), last, root, document) : undefined;
  if (keyword === "anyOf") return last === "fields" ? fieldOptions(failure, root, document) : undefined;
  const property = String(params.missingProperty);
  if (last === "sections") return [missingSection(pointer, property, root, document)];
  if (last === "fields") return [missingField(pointer, [property], root, document)];
  return emptyPart(pointer, property, root, document);
}

function missingSection(pointer: Pointer, property: string, root: JsonSchema, document: JsonValue): Explanation {
  const holder = pointer.slice(0, -1);
  const within = holder.length === 0 ? "" : ` in ${quoted(holder, root, document)}`;
  const title = keywordOf(schemasAt(root, [...pointer, property]), "title");
  const message = `Section “${typeof title === "string" ? title : headingOf(property)}” is missing${within}`;
  return { keyword: "required", message, pointer, property, about: "key" };
}

/** A part of a section that must not be empty; what stands in its subsections counts. */
function emptyPart(section: Pointer, property: string, root: JsonSchema, document: JsonValue): readonly Explanation[] {
  if (property === "sections") return missingSections(section, root, document);
  const advice = property === "tables" ? tableAdvice([...section, "tables"], root) : partAdvice[property];
  if (advice === undefined || standsBelow(valueAt(document, section), property)) return [];
  const message = `${subject(section, root, document)} has no ${advice}`;
  return [{ keyword: "required", message, pointer: section, property, about: "key" }];
}

function standsBelow(section: JsonValue | undefined, property: string): boolean {
  const sections = section === undefined ? undefined : valueAt(section, ["sections"]);
  if (typeof sections !== "object" || sections === null) return false;
  return Object.values(sections).some((below: JsonValue) => {
    const part = valueAt(below, [property]);
    return (Array.isArray(part) && part.length > 0) || standsBelow(below, property);
  });
}

function tableAdvice(tables: Pointer, root: JsonSchema): string {
  const columns = wantedColumns(tables, root).map(([name = ""]) => headingOf(name));
  return `table: add one${columns.length === 0 ? "" : ` with the columns ${columns.join(", ")}`}`;
}

const partAdvice: Readonly<Record<string, string>> = {
  title: "title: begin with a heading",
  fields: "fields: add them as “**Label:** value”",
  gates: "gates: add what must be confirmed as “- [ ] …”",
  steps: "steps: add them as a numbered list",
};

/** A section without any subsections lacks each that it must have. */
function missingSections(section: Pointer, root: JsonSchema, document: JsonValue): readonly Explanation[] {
  const pointer = [...section, "sections"];
  const names = schemasAt(root, pointer).flatMap(({ required }) => stringsOf(required));
  return names.map((name) => missingSection(pointer, name, root, document));
}

function missingField(pointer: Pointer, names: readonly string[], root: JsonSchema, document: JsonValue): Explanation {
  const [first = ""] = names;
  const message = `${subject(pointer.slice(0, -1), root, document)} has no field ${either(names.map((name) => `“${headingOf(name)}”`))}: add “**${headingOf(first)}:** …”`;
  return { keyword: "required", message, pointer, property: first, about: "key" };
}

/** The first of several labels is the one that we write; the others say the same. */
function fieldOptions(failure: Failure, root: JsonSchema, document: JsonValue): readonly Explanation[] {
  const fields = failure.value;
  const stated = typeof fields === "object" && fields !== null ? fields : {};
  return failure.schemas
    .flatMap(({ anyOf }) => (Array.isArray(anyOf) ? [anyOf] : []))
    .map((branches) => branches.flatMap((branch) => stringsOf(branch.required)))
    .filter((names) => names.length > 0 && !names.some((name) => Object.hasOwn(stated, name)))
    .map((names) => missingField(failure.pointer, names.slice(0, 1), root, document));
}

/** The columns that the most fitting table lacks. */
function missingColumns(failure: Failure, root: JsonSchema, document: JsonValue): readonly Explanation[] {
  const wanted = wantedColumns(failure.pointer, root);
  const tables = Array.isArray(failure.value) ? failure.value : [];
  const lacking = tables.map((table) =>
    wanted.filter((names) => !names.some((name) => columnsOf(table).includes(name))),
  );
  const index = lacking.findIndex(({ length }) => length === smallest(lacking.map((names) => names.length)));
  const missing = lacking[index];
  const section = failure.pointer.slice(0, -1);
  if (missing === undefined) return emptyPart(section, "tables", root, document);
  return missing.map(([name = ""]) => ({
    keyword: "required",
    message: `The table of ${quoted(section, root, document)} has no column “${headingOf(name)}”`,
    pointer: [...failure.pointer, index, "columns"],
    property: name,
    about: "key",
  }));
}

/** The columns that a section's table must have, each under any of its names. */
const wantedColumns = (tables: Pointer, root: JsonSchema): readonly (readonly string[])[] =>
  schemasAt(root, [...tables, 0, "columns"]).flatMap(({ contains }) => columnNames(contains));

function columnNames(contains: unknown): readonly (readonly string[])[] {
  if (typeof contains !== "object" || contains === null) return [];
  const names = "enum" in contains ? stringsOf(contains.enum) : "const" in contains ? stringsOf([contains.const]) : [];
  return names.length === 0 ? [] : [names];
}

const columnsOf = (table: JsonValue): readonly string[] => stringsOf(valueAt(table, ["columns"]));

/** A section by its heading as written. */
function quoted(section: Pointer, root: JsonSchema, document: JsonValue): string {
  const written = valueAt(document, [...section, "title"]);
  const known = keywordOf(schemasAt(root, section), "title");
  const key = section.at(-1);
  return `“${[written, known].find((title) => typeof title === "string" && title !== "") ?? headingOf(String(key ?? ""))}”`;
}

const subject = (section: Pointer, root: JsonSchema, document: JsonValue): string =>
  section.length === 0 ? "The document" : `Section ${quoted(section, root, document)}`;
