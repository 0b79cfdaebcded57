import type { JsonObject, JsonValue, Pointer } from "../text/json.ts";
import { isJsonSchema, keywordOf, knownProperties, stringsOf } from "../text/json-schema.ts";
import { words } from "../text/values/key-words.ts";
import { type Failure, limitOf } from "./failure.ts";
import { nearestName } from "./nearest-name.ts";
import type { SchemaError } from "./schema-error.ts";
import { code, either, nameOf, subjectOf, typeOf, typesInWords, valueInWords } from "./wording.ts";

/** An error in our words, before it has a place. */
export interface Explanation extends Omit<SchemaError, "at"> {
  /** Whose place it takes: the key of `pointer`, its value, or the key `property` in it. */
  readonly about: "key" | "value" | "property";
}

/** Not a keyword of JSON Schema: the patterns of a team's schema would take too long on a document. */
export const patternLimit = "patternLimit";

/** One plain sentence for an error of Ajv; `undefined` for one that only accompanies others. */
export function explain(failure: Failure): Explanation | undefined {
  switch (failure.keyword) {
    case "required":
    case "dependentRequired":
      return missing(failure);
    case "additionalProperties":
    case "unevaluatedProperties":
    case "propertyNames":
      return unknown(failure);
    case "type":
      return wrongType(failure);
    case "enum":
    case "const":
      return notAllowed(failure);
    case "format":
    case "pattern":
      return malformed(failure);
    case patternLimit:
      return {
        keyword: "pattern",
        message:
          "The patterns of the schema take too long on this document, which was not checked against it: simplify them",
        pointer: failure.pointer,
        about: "key",
      };
    case "false schema":
      return excluded(failure);
    case "if":
      return undefined;
    default:
      return outOfRange(failure) ?? otherwise(failure);
  }
}

const named = (params: Failure["params"], name: string): string => {
  const value = params[name];
  return typeof value === "string" ? value : "";
};

function missing({ params, pointer }: Failure): Explanation {
  const property = named(params, "missingProperty");
  return {
    keyword: "required",
    message: `${subjectOf(pointer)} has no ${words(property)}: add ${code(property)}`,
    pointer,
    property,
    about: "key",
  };
}

function unknown({ params, pointer, schemas, value }: Failure): Explanation {
  const property =
    named(params, "additionalProperty") || named(params, "unevaluatedProperty") || named(params, "propertyName");
  const free = knownProperties(schemas).filter((name) => !isMap(value) || !Object.hasOwn(value, name));
  const suggestion = nearestName(property, free);
  return {
    keyword: "unknown-property",
    message: `Unknown property ${code(property)}${suggestion === undefined ? "" : `. Did you mean ${code(suggestion)}?`}`,
    pointer,
    property,
    ...(suggestion !== undefined && { suggestion }),
    about: "property",
  };
}

function wrongType(failure: Failure): Explanation {
  const limit = limitOf(failure);
  const types = typeof limit === "string" ? [limit] : stringsOf(limit);
  return typeError(failure.pointer, failure.value, types);
}

/** `` `owners` must be a list, not text ``. */
export function typeError(pointer: Pointer, value: JsonValue | undefined, types: readonly string[]): Explanation {
  const wanted = `must be ${typesInWords(types)}`;
  const empty = value === null || value === undefined;
  return {
    keyword: "type",
    message: empty
      ? `${nameOf(pointer)} is empty: it ${wanted}`
      : `${nameOf(pointer)} ${wanted}, not ${valueInWords(value)}`,
    pointer,
    about: typeof value === "object" ? "key" : "value",
  };
}

function notAllowed(failure: Failure): Explanation {
  const limit = limitOf(failure);
  const allowed = failure.keyword === "enum" && Array.isArray(limit) ? limit.map(String) : [String(limit)];
  return enumError(failure.pointer, failure.value, allowed);
}

/** `` `risk` must be `low` or `high`, not `hihg`. Did you mean `high`? `` */
export function enumError(pointer: Pointer, value: JsonValue | undefined, allowed: readonly string[]): Explanation {
  const given = typeof value === "object" ? undefined : String(value);
  const suggestion = given === undefined ? undefined : nearestName(given, allowed);
  const list = either(allowed.map(code));
  return {
    keyword: "enum",
    message: `${nameOf(pointer)} must be ${list}${given === undefined ? "" : `, not ${code(given)}`}${
      suggestion === undefined || allowed.length < 2 ? "" : `. Did you mean ${code(suggestion)}?`
    }`,
    pointer,
    ...(suggestion !== undefined && { suggestion }),
    about: "value",
  };
}

function malformed({ keyword, pointer, schemas }: Failure): Explanation {
  const example: unknown = [keywordOf(schemas, "examples")].flat()[0];
  const like =
    typeof example === "string" || typeof example === "number" ? `: write it like ${code(String(example))}` : "";
  const format = keywordOf(schemas, "format");
  const isFormat = keyword === "format" || (keywordOf(schemas, "pattern") === undefined && typeof format === "string");
  if (!isFormat)
    return { keyword: "pattern", message: `${nameOf(pointer)} cannot be read${like}`, pointer, about: "value" };
  const what = formatWords[String(format)] ?? `a valid ${String(format)}`;
  return { keyword: "format", message: `${nameOf(pointer)} must be ${what}${like}`, pointer, about: "value" };
}

const formatWords: Readonly<Record<string, string>> = {
  date: "a date",
  "date-time": "a date with a time",
  email: "a mail address",
  time: "a time",
  uri: "an address",
  "uri-reference": "an address or a path",
};

/** A property that another one rules out. */
function excluded({ pointer, schemaPath }: Failure): Explanation {
  const other = /\/dependencies\/([^/]+)\/properties\//.exec(schemaPath)?.[1];
  const beside = other === undefined ? "does not belong here" : `cannot stand beside ${code(other)}: keep one of them`;
  const last = pointer.at(-1);
  const property = typeof last === "string" ? { property: last } : {};
  return { keyword: "one-of", message: `${nameOf(pointer)} ${beside}`, pointer, ...property, about: "key" };
}

function outOfRange(failure: Failure): Explanation | undefined {
  const limit = limitOf(failure);
  const says = rangeWords[failure.keyword]?.(Number(limit));
  if (says === undefined) return undefined;
  const about = typeOf(failure.value) === "array" || typeOf(failure.value) === "object" ? "key" : "value";
  return { keyword: "range", message: `${nameOf(failure.pointer)} must ${says}`, pointer: failure.pointer, about };
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const rangeWords: Readonly<Record<string, (limit: number) => string>> = {
  minimum: (limit) => `be at least ${limit}`,
  maximum: (limit) => `be at most ${limit}`,
  exclusiveMinimum: (limit) => `be more than ${limit}`,
  exclusiveMaximum: (limit) => `be less than ${limit}`,
  multipleOf: (limit) => `be a multiple of ${limit}`,
  minLength: (limit) => (limit === 1 ? "not be empty" : `have at least ${counted(limit, "character", "characters")}`),
  maxLength: (limit) => `have at most ${counted(limit, "character", "characters")}`,
  minItems: (limit) => `have at least ${counted(limit, "entry", "entries")}`,
  maxItems: (limit) => `have at most ${counted(limit, "entry", "entries")}`,
  additionalItems: () => "have no further entries",
  uniqueItems: () => "name each entry once",
  minProperties: (limit) => `have at least ${counted(limit, "property", "properties")}`,
  maxProperties: (limit) => `have at most ${counted(limit, "property", "properties")}`,
};

function otherwise({ pointer, schemas, keyword }: Failure): Explanation {
  const rule = keywordOf(schemas, keyword);
  const described = isJsonSchema(rule) && typeof rule.description === "string" ? `: ${rule.description}` : "";
  return {
    keyword: "one-of",
    message: `${nameOf(pointer)} is not as its schema asks${described}`,
    pointer,
    about: "key",
  };
}

const isMap = (value: JsonValue | undefined): value is JsonObject => typeOf(value) === "object";
