import { CompletionItemKind } from "vscode-languageserver-types";
import type { Pointer } from "../../text/json.ts";
import { type JsonSchema, knownProperties, schemasAt, stringsOf, textIn } from "../../text/json-schema.ts";
import { schemaText } from "../schema-text.ts";
import { itemSnippets, keySnippets, type ManifestSnippet } from "./manifest-snippets.ts";
import { SchemaBlank } from "./schema-blank.ts";
import { SnippetWriter } from "./snippet.ts";

/** Keys or an item, as lines to be indented where they are put. */
export interface BlockSuggestion {
  readonly label: string;
  /** In snippet syntax, the first at no indentation; an item without its dash. */
  readonly lines: readonly string[];
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
}

/** Keys that the map at `pointer` may still have: required ones first, each in the order of the schema. */
export function schemaKeys(
  root: JsonSchema,
  pointer: Pointer,
  siblings: readonly string[],
  today: string,
  inline: boolean,
): readonly BlockSuggestion[] {
  const schemas = schemasAt(root, pointer);
  const required = new Set(
    schemas.flatMap((schema) => (schema.properties === undefined ? [] : stringsOf(schema.required))),
  );
  const taken = new Set(siblings);
  const names = [...new Set(knownProperties(schemas))].filter((name) => !taken.has(name));
  const whole = inline ? [] : keySnippets(root, pointer, today).filter(({ key }) => !taken.has(key));
  const ordered = [...names.filter((name) => required.has(name)), ...names.filter((name) => !required.has(name))];
  return ordered.flatMap((name) => {
    const fitting = whole.filter(({ key, keys }) => key === name && keys === 1);
    const only = fitting.length === 1 ? fitting[0] : undefined;
    const others = fitting.length > 1 ? fitting.map(wholeSuggestion) : [];
    return [keySuggestion(root, [...pointer, name], required.has(name), today, inline, only), ...others];
  });
}

function keySuggestion(
  root: JsonSchema,
  pointer: Pointer,
  required: boolean,
  today: string,
  inline: boolean,
  whole: ManifestSnippet | undefined,
): BlockSuggestion {
  const name = String(pointer.at(-1));
  const schemas = schemasAt(root, pointer);
  const blank = new SchemaBlank(root, new SnippetWriter(), today);
  const title = textIn(schemas, "title") ?? name;
  return {
    label: name,
    kind: CompletionItemKind.Property,
    detail: required ? `${title} (required)` : title,
    documentation: schemaText(schemas, name),
    lines: inline ? [blank.inlineEntry(pointer)] : (whole?.lines ?? blank.entry(pointer)),
  };
}

/** Whole items of the list that `pointer` (which ends with an index) belongs to. */
export function schemaItems(root: JsonSchema, pointer: Pointer, today: string): readonly BlockSuggestion[] {
  const whole = itemSnippets(root, pointer, today).map(wholeSuggestion);
  if (whole.length > 0) return whole;
  const list = schemasAt(root, pointer.slice(0, -1));
  const schemas = schemasAt(root, pointer);
  return [
    {
      label: `New ${(textIn(schemas, "title") ?? textIn(list, "title") ?? "item").toLowerCase()}`,
      kind: CompletionItemKind.Snippet,
      documentation: schemaText(schemas),
      lines: new SchemaBlank(root, new SnippetWriter(), today).item(pointer),
    },
  ];
}

const wholeSuggestion = ({ title, description, lines }: ManifestSnippet): BlockSuggestion => ({
  label: title,
  kind: CompletionItemKind.Snippet,
  detail: description,
  lines,
});
