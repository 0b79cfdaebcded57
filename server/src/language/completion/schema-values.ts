import { CompletionItemKind } from "vscode-languageserver-types";
import { append } from "../../text/append.ts";
import type { Pointer } from "../../text/json.ts";
import { examplesIn, type JsonSchema, schemasAt, stringsOf, textIn } from "../../text/json-schema.ts";
import { parsePercentage } from "../../text/values/percentage.ts";
import { parseDuration } from "../../words/duration.ts";
import type { Name } from "./known-names.ts";
import { wants } from "./schema-blank.ts";
import { suggestPaths } from "./suggest-paths.ts";
import type { ValueSuggestion } from "./value-suggestion.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { workingDays } from "./working-days.ts";

const usualDurations = ["5m", "15m", "30m", "1h", "2h", "4h", "24h"];
const usualShares = ["1%", "5%", "10%", "25%", "50%", "100%"];
/** Working days that are offered after today. */
const daysAhead = 5;

/**
 * Values that a schema allows, or that its examples tell are wanted (a handle, a day, a duration, a path), from what is
 * known. `typed`: the word up to the cursor.
 */
export async function schemaValues(
  root: JsonSchema,
  pointer: Pointer,
  typed: string,
  vocabulary: Vocabulary,
): Promise<readonly ValueSuggestion[]> {
  const schemas = schemasAt(root, pointer);
  const examples = examplesOf(root, pointer, schemas);
  const listed = [...allowed(schemas), ...booleans(schemas), ...days(schemas, vocabulary.today)];
  const named = await names(pointer, examples, vocabulary);
  const paths = wantsPath(schemas, examples) ? suggestPaths(await vocabulary.paths(), typed, examples) : [];
  return [
    ...listed,
    ...named,
    ...paths,
    ...measures(examples),
    ...statuses(pointer, vocabulary),
    ...exampleValues(examples),
  ];
}

/** Examples of the value; of an item without its own, those in the examples of its list. */
function examplesOf(root: JsonSchema, pointer: Pointer, schemas: readonly JsonSchema[]): readonly string[] {
  const list = typeof pointer.at(-1) === "number" ? schemasAt(root, pointer.slice(0, -1)) : [];
  return [...examplesIn(schemas), ...examplesIn(list).flat()].filter((example) => typeof example === "string");
}

function allowed(schemas: readonly JsonSchema[]): readonly ValueSuggestion[] {
  const detail = textIn(schemas, "title");
  return schemas
    .flatMap((schema) => stringsOf(schema.enum))
    .map((value) => ({ value, kind: CompletionItemKind.EnumMember, ...(detail !== undefined && { detail }) }));
}

function booleans(schemas: readonly JsonSchema[]): readonly ValueSuggestion[] {
  if (!wants(schemas, "boolean")) return [];
  return ["true", "false"].map((value) => ({ value, kind: CompletionItemKind.Value, bare: true }));
}

function days(schemas: readonly JsonSchema[], today: string): readonly ValueSuggestion[] {
  return schemas.some(({ format }) => format === "date") ? daySuggestions(today) : [];
}

/** Today and the next working days. */
export const daySuggestions = (today: string): readonly ValueSuggestion[] =>
  workingDays(today, daysAhead).map(({ iso, name }) => ({ value: iso, kind: CompletionItemKind.Value, detail: name }));

/** Names of one sort as values. */
export const nameSuggestions = (names: readonly Name[], kind: CompletionItemKind): readonly ValueSuggestion[] =>
  names.map(({ text, detail }) => ({ value: text, kind, detail }));

async function names(
  pointer: Pointer,
  examples: readonly string[],
  vocabulary: Vocabulary,
): Promise<readonly ValueSuggestion[]> {
  const key = pointer.findLast((step) => typeof step === "string");
  const people = examples.some((example) => example.startsWith("@"));
  const channels = examples.some((example) => /^#\p{L}/u.test(example));
  const ids = ["order", "revert", "mechanism", "previousVersion"].find((name) => name === key);
  if (!people && !channels && ids === undefined) return [];
  const known = await vocabulary.names();
  const found: ValueSuggestion[] = [];
  if (people) append(found, nameSuggestions(known.people, CompletionItemKind.Variable));
  if (channels) append(found, nameSuggestions(known.channels, CompletionItemKind.Reference));
  if (ids === "order") append(found, nameSuggestions(known.migrations, CompletionItemKind.Reference));
  if (ids === "revert") append(found, nameSuggestions(known.workItems, CompletionItemKind.Reference));
  if (ids === "revert" || ids === "previousVersion")
    append(found, nameSuggestions(known.versions, CompletionItemKind.Constant));
  if (ids === "mechanism" && pointer.includes("estimates")) {
    append(found, nameSuggestions(known.mechanisms, CompletionItemKind.Reference));
  }
  return found;
}

const pathLike = /^(?:\.{1,2}\/|[\w.-]+\/)[\w./-]*$/;

const wantsPath = (schemas: readonly JsonSchema[], examples: readonly string[]): boolean =>
  examples.some((example) => pathLike.test(example)) ||
  (examples.length === 0 && schemas.some(({ format }) => format === "uri-reference"));

function measures(examples: readonly string[]): readonly ValueSuggestion[] {
  const usual = examples.some((example) => parseDuration(example) !== undefined)
    ? usualDurations
    : examples.some((example) => example.includes("%") && parsePercentage(example) !== undefined)
      ? usualShares
      : [];
  return usual.map((value) => ({ value, kind: CompletionItemKind.Value }));
}

const statuses = (pointer: Pointer, vocabulary: Vocabulary): readonly ValueSuggestion[] =>
  pointer.join("/") === "release/status"
    ? vocabulary.statuses.map((value) => ({ value, kind: CompletionItemKind.EnumMember, detail: "Configured" }))
    : [];

/** Examples that can be taken as they are; not the people, files and links of somebody else. */
const exampleValues = (examples: readonly string[]): readonly ValueSuggestion[] =>
  examples
    .filter((value) => value.length <= 60 && !/^[@#]|:\/\/|\w@\w/.test(value) && !pathLike.test(value))
    .map((value) => ({ value, kind: CompletionItemKind.Value, detail: "Example" }));
