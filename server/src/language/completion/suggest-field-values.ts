import { CompletionItemKind } from "vscode-languageserver-types";
import type { KindDefinition } from "../../document/kind.ts";
import { stages } from "../../stage/stage.ts";
import { append } from "../../text/append.ts";
import type { Pointer } from "../../text/json.ts";
import { examplesIn, schemasAt } from "../../text/json-schema.ts";
import { slug } from "../../text/values/slug.ts";
import { slugHas } from "../../words/lists.ts";
import type { KnownNames } from "./known-names.ts";
import { daySuggestions, nameSuggestions } from "./schema-values.ts";
import type { ValueSuggestion } from "./value-suggestion.ts";
import type { Vocabulary } from "./vocabulary.ts";

const isPerson = slugHas("personLabel");
const isDay = slugHas("dayLabel");
const isSpan = slugHas("spanLabel");
const isMigration = slugHas("migrationLabel");
const asksForMigrations = slugHas("migrationsAsked");
const isPhase = slugHas("phaseLabel");
const isGate = slugHas("gateLabel");
const isWorkItem = slugHas("workItemLabel");

/**
 * Values for a label or a column of Markdown: stages for a status, days, people, times, ids, and the examples of the schema
 * at `pointer`, where there is one.
 */
export async function suggestFieldValues(
  label: string,
  kind: KindDefinition,
  pointer: Pointer | undefined,
  vocabulary: Vocabulary,
): Promise<readonly ValueSuggestion[]> {
  const key = slug(label);
  const is = (fact: keyof KindDefinition["labels"]): boolean => kind.labels[fact].includes(key);
  if (is("status")) return [...stages.map(sentence), ...vocabulary.statuses].map(statusValue);
  const names = await vocabulary.names();
  const found: ValueSuggestion[] = [];
  if (is("version") || is("previousVersion"))
    append(found, nameSuggestions(names.versions, CompletionItemKind.Constant));
  if (is("date") || isDay(key)) append(found, daySuggestions(vocabulary.today));
  if (is("owners") || isPerson(key)) append(found, nameSuggestions(names.people, CompletionItemKind.Variable));
  if (isSpan(key)) append(found, ["5 minutes", "15 minutes", "30 minutes", "1 hour", "4 hours"].map(plainValue));
  if (asksForMigrations(key)) found.push(...[...["Yes", "No"].map(plainValue), ...ids(names, key)]);
  else append(found, ids(names, key));
  if (pointer !== undefined) {
    const examples = examplesIn(schemasAt(kind.schema, pointer)).filter((example) => typeof example === "string");
    append(
      found,
      examples
        .filter((example) => !/^[@\d]/.test(example))
        .map((value) => ({ ...plainValue(value), detail: "Example" })),
    );
  }
  return found;
}

/** Ids that a column or label of that name refers to. */
function ids(names: KnownNames, key: string): readonly ValueSuggestion[] {
  if (isMigration(key)) return nameSuggestions(names.migrations, CompletionItemKind.Reference);
  if (isPhase(key)) return nameSuggestions(names.phases, CompletionItemKind.Reference);
  if (isGate(key)) return nameSuggestions(names.gates, CompletionItemKind.Reference);
  if (isWorkItem(key)) {
    return nameSuggestions(names.workItems, CompletionItemKind.Reference);
  }
  return [];
}

const plainValue = (value: string): ValueSuggestion => ({ value, kind: CompletionItemKind.Value });
const statusValue = (value: string): ValueSuggestion => ({ value, kind: CompletionItemKind.EnumMember });
/** `in-progress` → `In progress` */
const sentence = (stage: string): string => {
  const words = stage.replace(/-/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
