import type { JsonValue, Pointer } from "../text/json.ts";
import { words } from "../text/values/key-words.ts";

/** `` `name` ``, as messages quote keys and values of a document. */
export const code = (text: string): string => `\`${text}\``;

/** `a, b or c`. */
export function either(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

/** The same with a capital: `Previous version`. */
export const titleOf = (key: string): string => words(key).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** What a message calls the value at a pointer: `` `risk` ``, `` Entry 2 of `owners` ``. */
export function nameOf(pointer: Pointer): string {
  const last = pointer.at(-1);
  if (last === undefined) return "The document";
  if (typeof last === "string") return code(last);
  const list = pointer.at(-2);
  return typeof list === "string" ? `Entry ${last + 1} of ${code(list)}` : `Entry ${last + 1}`;
}

/** What a message calls a map as a subject: `Release`, `` Entry 2 of `scope` ``. */
export function subjectOf(pointer: Pointer): string {
  const last = pointer.at(-1);
  return typeof last === "string" ? titleOf(last) : nameOf(pointer);
}

const typeWords: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a map",
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "empty",
};

/** JSON Schema types in words: `["string", "number"]` → `text`, since a number is written like one. */
export function typesInWords(types: readonly string[]): string {
  const shown = types.includes("string") ? types.filter((type) => type !== "number" && type !== "integer") : types;
  return either(shown.map((type) => typeWords[type] ?? type));
}

/** The JSON Schema type of a value. */
export function typeOf(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}

/** What a value is, in words: `text`, `a map`, `true or false`. */
export function valueInWords(value: JsonValue | undefined): string {
  return typeof value === "boolean" ? String(value) : (typeWords[typeOf(value)] ?? "something else");
}
