import type { ReleaseDocument } from "../document/model.ts";
import { append } from "../text/append.ts";
import type { JsonValue, Pointer } from "../text/json.ts";
import type { JsonSchema } from "../text/json-schema.ts";
import type { Place } from "../text/place.ts";
import { isOptionList } from "../text/values/option-list.ts";
import { isPlaceholder } from "../words/placeholder.ts";
import { chooseBranch, isWithin } from "./choose-branch.ts";
import { type Explanation, explain } from "./explain.ts";
import { explainSection } from "./explain-section.ts";
import { type Failure, failuresOf, valueAt } from "./failure.ts";
import type { KindRegistry } from "./registry.ts";
import type { SchemaError } from "./schema-error.ts";

/**
 * What the schema of its kind says of a document: by position, each thing once. Nothing is said of placeholders, of parts
 * that could not be read, or of values that another finding asks to quote. Empty when the registry does not know the kind.
 */
export function validateDocument(document: ReleaseDocument, registry: KindRegistry): readonly SchemaError[] {
  const kind = registry.find(document.kind, document.format);
  if (kind === undefined) return [];
  const failures = failuresOf(registry.validate(kind, document.value), kind.schema, document.value);
  if (failures.length === 0) return [];
  const found = new Map<string, { readonly error: SchemaError; readonly start: number; readonly end: number }>();
  for (const explanation of explanationsOf(failures, kind.schema, document)) {
    if (isMute(document, explanation)) continue;
    const error = placed(document, explanation);
    const { start, end } = document.span(error.at);
    const key = `${start} ${end} ${explanation.about === "key" ? (error.property ?? "") : ""}`;
    if (!found.has(key)) found.set(key, { error, start, end });
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end).map(({ error }) => error);
}

function explanationsOf(
  failures: readonly Failure[],
  root: JsonSchema,
  document: ReleaseDocument,
): readonly Explanation[] {
  const branches = new Map<Failure, readonly Failure[]>();
  for (const [index, failure] of failures.entries()) {
    if (isChoice(failure)) branches.set(failure, branchErrors(failures, index));
  }
  const told = new Set([...branches.values()].flat());
  const explanations: Explanation[] = [];
  for (const failure of failures) {
    if (told.has(failure)) continue;
    const missing = document.format === "markdown" ? explainSection(failure, root, document.value) : undefined;
    const inner = branches.get(failure);
    if (missing !== undefined) append(explanations, missing);
    else if (inner !== undefined) append(explanations, chooseBranch(root, failure, inner));
    else
      append(
        explanations,
        [explain(failure)].filter((found) => found !== undefined),
      );
  }
  return explanations;
}

const isChoice = ({ keyword }: Failure): boolean => keyword === "anyOf" || keyword === "oneOf";

/** Ajv lists the errors of branches right before that of the choice; no other error of its schema is between them. */
function branchErrors(failures: readonly Failure[], choice: number): readonly Failure[] {
  const holder = failures[choice];
  if (holder === undefined) return [];
  let start = choice;
  for (let before = failures[start - 1]; before !== undefined; before = failures[start - 1]) {
    if (!isWithin(holder.pointer, before.pointer) || isBeside(holder, before)) break;
    start--;
  }
  return failures.slice(start, choice);
}

/** An error of the schema that holds the choice, or of another choice in it; references hide where branches come from. */
function isBeside(holder: Failure, failure: Failure): boolean {
  if (failure.schemaPath.startsWith(`${holder.schemaPath}/`)) return false;
  const beside = holder.schemaPath.slice(0, holder.schemaPath.lastIndexOf("/") + 1);
  if (isChoice(failure) && failure.pointer.length === holder.pointer.length) return true;
  return beside !== "#/" && failure.schemaPath.startsWith(beside);
}

/** Whether something else already speaks of the value, or nothing can be said of it. */
function isMute(document: ReleaseDocument, explanation: Explanation): boolean {
  const { pointer, property, keyword } = explanation;
  const concerned = property === undefined ? pointer : [...pointer, property];
  const broken = document.unreadable.some(
    (part) => isWithin(part, concerned) || (keyword !== "unknown-property" && isWithin(concerned, part)),
  );
  if (broken) return true;
  if (explanation.about !== "value" && keyword !== "type") return false;
  const value = valueAt(document.value, pointer);
  const at = document.placeOf(pointer);
  const source = at.value.part.text.slice(at.value.start, at.value.end);
  return (
    isBlank(value) ||
    isBlank(source) ||
    document.problems.some(({ rule, at: problem }) => rule === "syntax/unquoted" && touches(at.value, problem))
  );
}

/** Longer texts are no placeholders; looking at them would cost. */
const longestBlank = 300;

function isBlank(value: JsonValue | undefined): boolean {
  return typeof value === "string" && value.length <= longestBlank && (isPlaceholder(value) || isOptionList(value));
}

/** Whether only blanks stand between two places of a part. */
function touches(a: Place, b: Place): boolean {
  if (a.part !== b.part) return false;
  const between = a.end < b.start ? a.part.text.slice(a.end, b.start) : a.part.text.slice(b.end, a.start);
  return /^[ \t]*$/.test(between);
}

function placed(document: ReleaseDocument, { about, ...error }: Explanation): SchemaError {
  return { ...error, at: placeOf(document, about, error) };
}

function placeOf(
  document: ReleaseDocument,
  about: Explanation["about"],
  { pointer, property }: Omit<SchemaError, "at">,
): Place {
  if (about === "property") {
    const { key, value } = document.placeOf([...pointer, property ?? ""]);
    return key ?? value;
  }
  const named = sectionOf(document, pointer);
  if (named.length === 0 && document.title !== undefined) return document.title.at;
  const { key, value } = document.placeOf(named);
  if (about === "value") return value;
  if (key !== undefined) return key;
  const first = firstKey(document, named);
  return first ?? value;
}

/** What is missing in `sections` or `fields` is missing below a heading: the holder's. */
function sectionOf(document: ReleaseDocument, pointer: Pointer): Pointer {
  if (document.format !== "markdown") return pointer;
  const last = pointer.at(-1);
  if (last === "columns") return pointer.slice(0, -1);
  return last === "sections" || last === "fields" ? pointer.slice(0, -1) : pointer;
}

/** An item of a list has no key of its own: its first stands for it, and the document's first for the whole. */
function firstKey(document: ReleaseDocument, pointer: Pointer): Place | undefined {
  const value = valueAt(document.value, pointer);
  const [name] = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  return name === undefined ? undefined : document.placeOf([...pointer, name]).key;
}
