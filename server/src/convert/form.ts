import type { JsonObject, JsonValue } from "../text/json.ts";
import type { Body } from "./body.ts";
import { type Field, readFields, writeFields } from "./field.ts";
import { nothing } from "./inline-text.ts";
import { isList, isObject } from "./json.ts";
import type { Leftovers } from "./leftovers.ts";

/** How one value of a manifest stands below a heading. */
export interface Form {
  /** Markdown lines; empty when there is nothing that can be written. */
  write(value: JsonValue): readonly string[];
  /** The value that a body holds; `undefined` when it holds none. */
  read(body: Body, left: Leftovers): JsonValue | undefined;
}

/** A list of labelled lines. */
export function record(fields: readonly Field[]): Form {
  return {
    write: (value) => (isObject(value) ? writeFields(fields, value) : []),
    read(body, left) {
      const found = readFields(fields, body.entries, left);
      return Object.keys(found).length === 0 ? undefined : found;
    },
  };
}

/** One form for each item of a list; an empty list is a dash. */
export function each(
  write: (item: JsonValue) => readonly string[],
  read: (body: Body, left: Leftovers) => readonly JsonValue[],
): Form {
  return {
    write(value) {
      if (!isList(value)) return [];
      return value.length === 0 ? [nothing] : value.flatMap(write);
    },
    read(body, left) {
      const items = read(body, left);
      const dash = body.loose.find(({ text }) => text === nothing);
      if (dash !== undefined) left.use([dash]);
      return items.length > 0 ? items : dash === undefined ? undefined : [];
    },
  };
}

/** Several forms below one heading, each with members of one record. */
export function both(...forms: readonly Form[]): Form {
  return {
    write: (value) =>
      forms.flatMap((form, index) => {
        const lines = form.write(value);
        return index > 0 && lines.length > 0 ? ["", ...lines] : lines;
      }),
    read(body, left) {
      const found: JsonObject = Object.assign({}, ...forms.map((form) => form.read(body, left) ?? {}));
      return Object.keys(found).length === 0 ? undefined : found;
    },
  };
}

/** A form of one member of a record. */
export function member(key: string, form: Form): Form {
  return {
    write: (value) => (isObject(value) && value[key] !== undefined ? form.write(value[key]) : []),
    read(body, left) {
      const found = form.read(body, left);
      return found === undefined ? undefined : { [key]: found };
    },
  };
}
