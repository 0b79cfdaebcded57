import { append } from "./append.ts";
import type { Pointer } from "./json.ts";

/** Whether a name is one that a pattern of a schema names. */
export type PatternTest = (pattern: string, name: string) => boolean;

/** Where a schema from outside holds how its patterns are tested in bounded time; ours are known not to need it. */
export const patternTest: unique symbol = Symbol("patternTest");

/** A JSON Schema, or a part of one, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>> & { readonly [patternTest]?: PatternTest };

export function isJsonSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The strings of a list; nothing for anything else. */
export function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The schema itself with everything that it refers to or combines: `$ref` (in the same schema) and `allOf`. */
export function withReferences(root: JsonSchema, schema: unknown): readonly JsonSchema[] {
  const found = new Set<JsonSchema>();
  gather(root, schema, ["allOf"], found);
  return [...found];
}

/**
 * Every part of a schema that speaks about the value at `pointer`: through references, combinations, items and
 * dependencies. Empty where the schema says nothing.
 */
export function schemasAt(root: JsonSchema, pointer: Pointer): readonly JsonSchema[] {
  let current = spread(root, [root]);
  for (const step of pointer) current = schemasBelow(root, current, step);
  return current;
}

/** What a step below some schemas speaks of: a property's value, the item at an index, or without a step any item. */
export function schemasBelow(
  root: JsonSchema,
  schemas: readonly JsonSchema[],
  step?: string | number,
): readonly JsonSchema[] {
  const names = root[patternTest] ?? matches;
  const next: unknown[] = [];
  for (const schema of schemas)
    append(next, typeof step === "string" ? properties(schema, step, names) : items(schema, step));
  return spread(root, next);
}

/** The value of a keyword in the first of the schemas that has it. */
export function keywordOf(schemas: readonly JsonSchema[], keyword: string): unknown {
  return schemas.find((schema) => Object.hasOwn(schema, keyword))?.[keyword];
}

/** The first text that the schemas give for a keyword. */
export function textIn(schemas: readonly JsonSchema[], keyword: string): string | undefined {
  const value = keywordOf(schemas, keyword);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Examples of a value, from every schema that speaks of it. */
export const examplesIn = (schemas: readonly JsonSchema[]): readonly unknown[] =>
  schemas.flatMap(({ examples }): readonly unknown[] => (Array.isArray(examples) ? examples : []));

/** Names of the properties that the schemas know. */
export function knownProperties(schemas: readonly JsonSchema[]): readonly string[] {
  return schemas.flatMap(({ properties }) => (isJsonSchema(properties) ? Object.keys(properties) : []));
}

function spread(root: JsonSchema, schemas: readonly unknown[]): readonly JsonSchema[] {
  const found = new Set<JsonSchema>();
  for (const schema of schemas) gather(root, schema, ["allOf", "anyOf", "oneOf"], found);
  return [...found];
}

/** A schema and all that it leads to, in the order in which it names them; however long a way that is. */
function gather(root: JsonSchema, schema: unknown, combinations: readonly string[], found: Set<JsonSchema>): void {
  const open: unknown[] = [schema];
  while (open.length > 0) {
    const next = open.pop();
    if (!isJsonSchema(next) || found.has(next)) continue;
    found.add(next);
    const branches: unknown[] = typeof next.$ref === "string" ? [referred(root, next.$ref)] : [];
    for (const combination of combinations) {
      const combined = next[combination];
      if (Array.isArray(combined)) append(branches, combined);
    }
    if (combinations.length > 1) branches.push(next.if, next.then, next.else);
    append(open, branches.reverse());
  }
}

/** Follows `#/definitions/gate`; other files are not ours to open. */
function referred(root: JsonSchema, reference: string): unknown {
  if (!reference.startsWith("#")) return undefined;
  let target: unknown = root;
  for (const step of reference.split("/").slice(1)) {
    const name = step.replace(/~1/g, "/").replace(/~0/g, "~");
    if (typeof target !== "object" || target === null || !Object.hasOwn(target, name)) return undefined;
    target = Reflect.get(target, name);
  }
  return target;
}

function properties(schema: JsonSchema, name: string, names: PatternTest): readonly unknown[] {
  if (isJsonSchema(schema.properties) && Object.hasOwn(schema.properties, name)) return [schema.properties[name]];
  if (isJsonSchema(schema.patternProperties)) {
    const matching = Object.entries(schema.patternProperties).filter(([pattern]) => names(pattern, name));
    if (matching.length > 0) return matching.map(([, value]) => value);
  }
  return [schema.additionalProperties];
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern).test(name);
  } catch {
    return false;
  }
}

function items({ items: each, additionalItems, contains }: JsonSchema, index?: number): readonly unknown[] {
  if (!Array.isArray(each)) return [each, contains];
  return index === undefined ? [...each, additionalItems, contains] : [each[index] ?? additionalItems, contains];
}

const stringKeywords = ["pattern", "format", "minLength", "maxLength"];

/** The type names that a schema states, or that what else it says tells; `integer` counts as `number`. */
export function typesOf(schema: JsonSchema): readonly string[] {
  const stated: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  const types = stated.filter((type) => typeof type === "string");
  if (types.length > 0) return types.map((type) => (type === "integer" ? "number" : type));
  const values: readonly unknown[] = Array.isArray(schema.enum) ? schema.enum : "const" in schema ? [schema.const] : [];
  if (values.length > 0) return values.map(typeName);
  if (isJsonSchema(schema.properties) || isJsonSchema(schema.additionalProperties)) return ["object"];
  if (schema.items !== undefined) return ["array"];
  return stringKeywords.some((keyword) => keyword in schema) ? ["string"] : [];
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
