import type { Pointer } from "../../text/json.ts";
import { examplesIn, isJsonSchema, type JsonSchema, schemasAt, stringsOf, textIn } from "../../text/json-schema.ts";
import { parsePercentage } from "../../text/values/percentage.ts";
import { parseDuration } from "../../words/duration.ts";
import { parseThreshold } from "../../words/threshold.ts";
import { escapeSnippet, type SnippetWriter } from "./snippet.ts";

/** Keys nest at most this deep in what is inserted at once. */
const deepest = 4;

/** Writes what a schema wants as a snippet: required keys, allowed values to choose from, blanks in brackets. */
export class SchemaBlank {
  readonly #root: JsonSchema;
  readonly #writer: SnippetWriter;
  readonly #today: string;

  /** `today`: `YYYY-MM-DD`. */
  constructor(root: JsonSchema, writer: SnippetWriter, today: string) {
    this.#root = root;
    this.#writer = writer;
    this.#today = today;
  }

  /** The lines of `key: value` in block style, the first at no indentation; `pointer` ends with the key. */
  entry(pointer: Pointer, depth = 0): readonly string[] {
    const key = escapeSnippet(keyOf(pointer));
    const schemas = schemasAt(this.#root, pointer);
    if (prefersMap(schemas)) return [`${key}:`, ...this.#map(pointer, depth).map((line) => `  ${line}`)];
    if (!wants(schemas, "array")) return [`${key}: ${this.scalar(pointer)}`];
    const items = schemasAt(this.#root, [...pointer, 0]);
    if (!prefersMap(items)) return [`${key}: [${this.#scalarItem(pointer)}]`];
    return [
      `${key}:`,
      ...this.item([...pointer, 0], depth).map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`)),
    ];
  }

  /** `key: value` on one line. */
  inlineEntry(pointer: Pointer): string {
    const schemas = schemasAt(this.#root, pointer);
    const value = isObject(schemas)
      ? `{ ${this.#writer.blank()} }`
      : wants(schemas, "array")
        ? `[${this.#writer.blank()}]`
        : this.scalar(pointer);
    return `${escapeSnippet(keyOf(pointer))}: ${value}`;
  }

  /** The lines of an item of a list, without its dash; `pointer` ends with its index. */
  item(pointer: Pointer, depth = 0): readonly string[] {
    if (prefersMap(schemasAt(this.#root, pointer))) return this.#map(pointer, depth);
    return [this.#scalarItem(pointer.slice(0, -1))];
  }

  #scalarItem(list: Pointer): string {
    const schemas = schemasAt(this.#root, list);
    const example = examplesIn(schemas)
      .find(Array.isArray)
      ?.find((item: unknown) => typeof item === "string");
    if (typeof example === "string" && isMeasure(example)) return `"${this.#writer.blank(example)}"`;
    return `"${this.#writer.blank(`[${textIn(schemas, "title") ?? keyOf(list)}]`)}"`;
  }

  /** The required keys of a map, or where none is, those of its first example. */
  #map(pointer: Pointer, depth: number): readonly string[] {
    const schemas = schemasAt(this.#root, pointer).filter(({ properties }) => isJsonSchema(properties));
    const required = schemas.flatMap((schema) => stringsOf(schema.required));
    const example = examplesIn(schemasAt(this.#root, pointer)).find(isJsonSchema) ?? {};
    const names = required.length > 0 ? required : Object.keys(example).slice(0, 3);
    const known = names.filter((name) => schemasAt(this.#root, [...pointer, name]).length > 0);
    if (depth >= deepest || known.length === 0) return [this.#writer.blank()];
    return known.flatMap((name) => this.entry([...pointer, name], depth + 1));
  }

  /** A scalar: a choice of the allowed values, a day, a measure that can stay, or a blank that says what belongs there. */
  scalar(pointer: Pointer): string {
    const schemas = schemasAt(this.#root, pointer);
    const allowed = schemas.flatMap((schema) => stringsOf(schema.enum));
    if (allowed.length === 1 && allowed[0] !== undefined) return escapeSnippet(allowed[0]);
    if (allowed.length > 0) return this.#writer.choice(allowed);
    if (wants(schemas, "boolean")) {
      const first = schemas.some((schema) => schema.default === true);
      return this.#writer.choice(first ? ["true", "false"] : ["false", "true"]);
    }
    if (wants(schemas, "integer")) return this.#writer.blank("0");
    if (schemas.some(({ format }) => format === "date")) return this.#writer.blank(this.#today);
    const examples = examplesIn(schemas).filter((example) => typeof example === "string");
    if (examples.length > 3) return this.#writer.choice(examples);
    const measure = examples.find(
      (example) => parseDuration(example) !== undefined || parsePercentage(example) !== undefined,
    );
    if (measure !== undefined) return this.#writer.blank(measure);
    return `"${this.#writer.blank(`[${textIn(schemas, "title") ?? keyOf(pointer)}]`)}"`;
  }
}

const keyOf = (pointer: Pointer): string => String(pointer.findLast((step) => typeof step === "string") ?? "");

/** Whether a value of the type may stand here. */
export const wants = (schemas: readonly JsonSchema[], type: string): boolean =>
  schemas.some((schema) => schema.type === type || stringsOf(schema.type).includes(type));

/** Whether a map may stand here. */
export const isObject = (schemas: readonly JsonSchema[]): boolean =>
  wants(schemas, "object") || schemas.some(({ properties }) => isJsonSchema(properties));

/** Whether a map is what is usually written here: a scalar may stand for it where the first example is one. */
const prefersMap = (schemas: readonly JsonSchema[]): boolean =>
  isObject(schemas) && typeof (examplesIn(schemas)[0] ?? {}) === "object";

const isMeasure = (text: string): boolean =>
  parseThreshold(text) !== undefined || parseDuration(text) !== undefined || parsePercentage(text) !== undefined;
