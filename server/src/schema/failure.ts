import type { JsonValue, Pointer } from "../text/json.ts";
import { type JsonSchema, keywordOf, schemasAt } from "../text/json-schema.ts";
import type { RawError } from "./generated/validators.js";

/** One error of Ajv, seen from the document: where it arose, what stands there, what the schema says of it. */
export interface Failure {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly params: RawError["params"];
  readonly pointer: Pointer;
  readonly value: JsonValue | undefined;
  /** The parts of the schema that speak about the value. */
  readonly schemas: readonly JsonSchema[];
}

/** Ajv's errors with their values and schemas. The value is data of a document: it is walked by own properties only. */
export function failuresOf(errors: readonly RawError[], root: JsonSchema, value: JsonValue): readonly Failure[] {
  return errors.map(({ keyword, schemaPath, params, instancePath }) => {
    const pointer = pointerOf(instancePath, value);
    return { keyword, schemaPath, params, pointer, value: valueAt(value, pointer), schemas: schemasAt(root, pointer) };
  });
}

/** What the schema says at the failure's keyword. */
export const limitOf = ({ keyword, schemas }: Failure): unknown => keywordOf(schemas, keyword);

/** A JSON pointer as steps; list positions become numbers. */
function pointerOf(path: string, root: JsonValue): Pointer {
  const steps: (string | number)[] = [];
  let value: JsonValue | undefined = root;
  for (const raw of path.split("/").slice(1)) {
    const name = raw.replace(/~1/g, "/").replace(/~0/g, "~");
    const step = Array.isArray(value) ? Number(name) : name;
    steps.push(step);
    value = child(value, step);
  }
  return steps;
}

/** The value at a pointer; `undefined` where there is none. */
export function valueAt(root: JsonValue, pointer: Pointer): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of pointer) value = child(value, step);
  return value;
}

function child(value: JsonValue | undefined, step: string | number): JsonValue | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  const found: JsonValue | undefined = Reflect.get(value, step);
  return found;
}
