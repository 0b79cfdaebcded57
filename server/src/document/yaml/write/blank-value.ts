import type { Pointer } from "../../../text/json.ts";
import { isJsonSchema, type JsonSchema, schemasAt, stringsOf, typesOf } from "../../../text/json-schema.ts";
import type { Written } from "../../../text/yaml/written.ts";
import { annotation, type KindDefinition } from "../../kind.ts";

/** What stands for a value that the author must write. */
export const toFill = "TBD";

/** A blank nests at most this deep. */
const deepest = 6;

/**
 * What a new value begins as: what the annotation of its schema says (`blank`), or that of the map which holds it; else the
 * properties that the schema demands, one item of a list, `false`, `TBD`.
 */
export function blankValue({ schema }: KindDefinition, pointer: Pointer): Written {
  for (let from = pointer.length; from > 0 && typeof pointer[from] !== "number"; from--) {
    const stated = within(statedBlank(schema, pointer.slice(0, from)), pointer.slice(from));
    if (isWritten(stated)) return stated;
  }
  return demanded(schema, pointer, deepest);
}

const statedBlank = (root: JsonSchema, pointer: Pointer): unknown =>
  schemasAt(root, pointer)
    .map((schema) => schema[annotation])
    .find((stated) => isJsonSchema(stated) && stated.blank !== undefined);

function within(stated: unknown, way: Pointer): unknown {
  let value: unknown = isJsonSchema(stated) ? stated.blank : undefined;
  for (const step of way) value = isJsonSchema(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}

function isWritten(value: unknown): value is Written {
  if (Array.isArray(value)) return value.every(isWritten);
  if (isJsonSchema(value)) return Object.values(value).every(isWritten);
  return typeof value === "string" || typeof value === "boolean" || typeof value === "number";
}

function demanded(root: JsonSchema, pointer: Pointer, depth: number): Written {
  const schemas = schemasAt(root, pointer);
  const [only, ...others] = schemas.flatMap(({ enum: allowed }) => (Array.isArray(allowed) ? allowed : []));
  if (only !== undefined) return others.length === 0 && typeof only === "string" ? only : toFill;
  const types = new Set(schemas.flatMap(typesOf));
  if (depth === 0 || types.size === 0) return toFill;
  if (types.has("object")) {
    const names = new Set(schemas.flatMap(({ required }) => stringsOf(required)));
    return Object.fromEntries([...names].map((name) => [name, demanded(root, [...pointer, name], depth - 1)]));
  }
  if (types.has("array")) return [demanded(root, [...pointer, 0], depth - 1)];
  if (types.has("string")) return schemas.some(({ format }) => format === "date") ? "YYYY-MM-DD" : toFill;
  if (types.has("boolean")) return schemas.some((schema) => schema.default === true);
  return types.has("number") ? 0 : toFill;
}
