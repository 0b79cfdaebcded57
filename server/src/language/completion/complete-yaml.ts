import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { Pointer } from "../../text/json.ts";
import { type JsonSchema, schemasAt } from "../../text/json-schema.ts";
import type { LineIndex, LinePosition } from "../../text/line-index.ts";
import { type YamlCursor, yamlCursorAt } from "../../text/yaml/cursor/yaml-cursor.ts";
import { writeScalar } from "../../text/yaml/scalar-value.ts";
import { isObject, SchemaBlank, wants } from "./schema-blank.ts";
import { type BlockSuggestion, schemaItems, schemaKeys } from "./schema-keys.ts";
import { schemaValues } from "./schema-values.ts";
import { SnippetWriter } from "./snippet.ts";
import { type Suggestion, toCompletionItems } from "./suggestion.ts";
import { completeSuppression } from "./suppressions.ts";
import type { ValueSuggestion } from "./value-suggestion.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A YAML text that a schema describes, whether it parses or not. */
export interface SchemaText {
  readonly text: string;
  readonly lines: LineIndex;
  readonly schema: JsonSchema;
  readonly vocabulary: Vocabulary;
  /** Keys that the schema leaves open at a place: rule ids, section keys. */
  readonly openKeys?: (pointer: Pointer) => readonly BlockSuggestion[];
}

/** Completes YAML by its schema, from the text around the cursor alone. */
export async function completeYaml(source: SchemaText, position: LinePosition): Promise<readonly CompletionItem[]> {
  const { text, lines, vocabulary } = source;
  const cursor = yamlCursorAt(text, lines, position);
  const { start, end } = lines.line(position.line);
  const line = text.slice(start, end);
  if (cursor.where === "text") return [];
  if (cursor.where === "comment") {
    const at = Math.min(position.character, line.length);
    const found = completeSuppression(line.slice(0, at), line.slice(at), vocabulary.rules);
    return toCompletionItems(found.suggestions, rangeOf(position.line, found.start, found.end));
  }
  const indented = mustIndent(cursor, line);
  const range = rangeOf(position.line, indented ? 0 : cursor.start, cursor.end);
  const suggestions = await suggestionsAt(source, cursor, line.slice(cursor.start, position.character));
  const lead = indented ? " ".repeat(cursor.column) : cursor.tight ? " " : "";
  return toCompletionItems(
    suggestions.map((suggestion) => ({ ...suggestion, text: lead + suggestion.text })),
    range,
  );
}

const rangeOf = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

/** Whether what is written must be moved to the column of its siblings: nothing but blanks stands before it. */
const mustIndent = ({ where, column, start, flow, dash }: YamlCursor, line: string): boolean =>
  where === "node" && !flow && !dash && column !== start && line.slice(0, start).trim() === "";

async function suggestionsAt(source: SchemaText, cursor: YamlCursor, typed: string): Promise<readonly Suggestion[]> {
  const { schema, vocabulary } = source;
  const { pointer } = cursor;
  const schemas = schemasAt(schema, pointer);
  if (cursor.where === "key") return renames(source, cursor);
  if (cursor.where === "value") {
    const blocks = cursor.flow || typed !== "" || cursor.quote !== undefined ? [] : blockBelow(source, cursor);
    return [...values(await schemaValues(schema, pointer, typed, vocabulary), cursor), ...blocks];
  }
  const column = cursor.column + (cursor.tight ? 1 : 0);
  if (isObject(schemas) && cursor.quote === undefined) {
    const whole = cursor.dash && cursor.siblings.length === 0 ? schemaItems(schema, pointer, vocabulary.today) : [];
    const keys = [
      ...schemaKeys(schema, pointer, cursor.siblings, vocabulary.today, cursor.flow),
      ...openKeys(source, cursor),
    ];
    const scalars = cursor.dash ? await schemaValues(schema, pointer, typed, vocabulary) : [];
    return [...whole, ...keys].map((block) => written(block, column)).concat(values(scalars, cursor));
  }
  if (wants(schemas, "array") && !cursor.dash && !cursor.flow) return items(source, cursor, typed, column);
  return values(await schemaValues(schema, pointer, typed, vocabulary), cursor);
}

/** Keys that can take the place of one that has its colon. */
function renames(
  { schema, vocabulary, openKeys }: SchemaText,
  { pointer, siblings }: YamlCursor,
): readonly Suggestion[] {
  return [...schemaKeys(schema, pointer, siblings, vocabulary.today, true), ...(openKeys?.(pointer) ?? [])].map(
    ({ lines: _, ...block }) => ({ ...block, text: block.label }),
  );
}

const openKeys = (source: SchemaText, { pointer, siblings }: YamlCursor): readonly BlockSuggestion[] =>
  (source.openKeys?.(pointer) ?? []).filter(({ label }) => !siblings.includes(label));

/** Items of a list whose dash is still to be written. */
async function items(
  { schema, vocabulary }: SchemaText,
  cursor: YamlCursor,
  typed: string,
  column: number,
): Promise<readonly Suggestion[]> {
  const pointer = [...cursor.pointer, 0];
  const dashed = (text: string): string => `- ${text}`;
  if (isObject(schemasAt(schema, pointer))) {
    return schemaItems(schema, pointer, vocabulary.today).map((block) => {
      const suggestion = written(block, column + 2);
      return { ...suggestion, text: dashed(suggestion.text) };
    });
  }
  const known = values(await schemaValues(schema, pointer, typed, vocabulary), cursor);
  const blank = new SchemaBlank(schema, new SnippetWriter(), vocabulary.today).item(pointer).join("");
  const fresh: Suggestion = { label: "New item", kind: CompletionItemKind.Snippet, text: blank, snippet: true };
  return [...known, fresh].map((suggestion) => ({
    ...suggestion,
    text: dashed(suggestion.text),
    filter: suggestion.label,
  }));
}

/** What a key without a value wants below it: the keys of its map, an item of its list. */
function blockBelow({ schema, vocabulary, lines: _ }: SchemaText, cursor: YamlCursor): readonly Suggestion[] {
  const schemas = schemasAt(schema, cursor.pointer);
  if (!isObject(schemas) && !wants(schemas, "array")) return [];
  const name = String(cursor.pointer.at(-1));
  const whole = schemaKeys(schema, cursor.pointer.slice(0, -1), [], vocabulary.today, false).find(
    ({ label }) => label === name,
  );
  if (whole === undefined) return [];
  const [first = "", ...rest] = whole.lines;
  const inline = first.slice(first.indexOf(":") + 1).trim();
  const text = inline === "" ? rest.map((line) => `\n${" ".repeat(cursor.keyColumn)}${line}`).join("") : inline;
  const { detail, documentation } = whole;
  return [
    {
      label: `${name} …`,
      kind: CompletionItemKind.Snippet,
      text,
      snippet: true,
      ...(detail !== undefined && { detail }),
      ...(documentation !== undefined && { documentation }),
    },
  ];
}

function written({ lines, ...block }: BlockSuggestion, column: number): Suggestion {
  return { ...block, text: lines.join(`\n${" ".repeat(column)}`), snippet: true };
}

/** Values as they are written at the cursor: within its quotes, or quoted where they must be. */
function values(found: readonly ValueSuggestion[], { quote, closed }: YamlCursor): readonly Suggestion[] {
  return found
    .filter(({ bare }) => quote === undefined || !bare)
    .map(({ value, bare: _, ...suggestion }) => ({ ...suggestion, label: value, text: source(value, quote, closed) }));
}

function source(value: string, quote: string | undefined, closed: boolean): string {
  if (quote === undefined) return /^(?:true|false)$/.test(value) ? value : writeScalar(value);
  const inner = quote === "'" ? value.replaceAll("'", "''") : value.replace(/[\\"]/g, "\\$&");
  return closed ? inner : inner + quote;
}
