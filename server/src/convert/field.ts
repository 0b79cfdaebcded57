import type { JsonObject, JsonValue } from "../text/json.ts";
import { slug } from "../text/values/slug.ts";
import type { Entry } from "./body.ts";
import { escapeItem, escapeText, joinList, linkIn, nothing, splitList, unescapeText } from "./inline-text.ts";
import { members, numberIn, textOf, textsOf } from "./json.ts";
import type { Leftovers } from "./leftovers.ts";

/** One labelled line of a Markdown manifest, and the properties that it holds. */
export interface Field {
  /** The first is how it is written; all are compared as slugs. */
  readonly labels: readonly string[];
  /** The value and the lines nested below it; `undefined` when the record has nothing of it. */
  write(record: JsonObject): Written | undefined;
  /** The properties that an entry with one of the labels holds. */
  read(entry: Entry, left: Leftovers): JsonObject | undefined;
}

export interface Written {
  readonly text: string;
  readonly nested?: readonly string[];
}

/** A field of one property that is a text. `as` turns the text into its value. */
export function text(
  key: string,
  labels: readonly string[],
  as: (text: string) => JsonValue | undefined = (value) => value,
): Field {
  return {
    labels,
    write(record) {
      const value = textOf(record[key]);
      return value === undefined ? undefined : { text: escapeText(value) };
    },
    read(entry, left) {
      if (entry.text === "") return undefined;
      const target = linkIn(entry.text);
      if (target !== undefined && target.label !== target.target) left.drop(entry.line, "link text", target.label);
      return members({ [key]: as(target?.target ?? unescapeText(entry.text)) });
    },
  };
}

/** A field whose value may be a number. */
export const number = (key: string, labels: readonly string[]): Field => text(key, labels, numberIn);

/** A field of one property that is a list: in one line, or one item each below it. */
export function list(
  key: string,
  labels: readonly string[],
  each: (text: string) => JsonValue = (value) => value,
): Field {
  return {
    labels,
    write(record) {
      const values = textsOf(record[key]);
      if (values === undefined) return undefined;
      const joined = joinList(values);
      return joined === undefined
        ? { text: "", nested: values.map((value) => `- ${escapeItem(value)}`) }
        : { text: joined };
    },
    read(entry, left) {
      left.use(entry.children);
      const nested = entry.children.map((child) =>
        unescapeText(child.label === undefined ? child.text : `${child.label}: ${child.text}`),
      );
      const own = entry.text === "" ? [] : splitList(entry.text);
      if (own.length + nested.length === 0 && entry.text !== nothing) return undefined;
      return { [key]: [...own, ...nested].map(each) };
    },
  };
}

/** The lines of a record: a list item for each of its fields. */
export function writeFields(fields: readonly Field[], record: JsonObject, indent = ""): readonly string[] {
  return fields.flatMap((field) => {
    const written = field.write(record);
    if (written === undefined) return [];
    const head = `${indent}- **${escapeText(field.labels[0] ?? "")}**: ${written.text}`.trimEnd();
    return [head, ...(written.nested ?? []).map((line) => `${indent}  ${line}`)];
  });
}

/** The record that labelled entries hold; what no field knows is left over. The first of two equal labels counts. */
export function readFields(fields: readonly Field[], entries: readonly Entry[], left: Leftovers): JsonObject {
  const record: Record<string, JsonValue> = {};
  for (const entry of entries) {
    const said = entry.label === undefined && entry.field !== undefined ? { ...entry, ...entry.field } : entry;
    const label = said.label === undefined ? undefined : slug(unescapeText(said.label));
    const field = fields.find(({ labels }) => labels.some((known) => slug(known) === label));
    if (field === undefined) continue;
    const found = field.read(said, left);
    if (found === undefined) {
      if (entry.text === "" && entry.children.length === 0) left.use([entry]);
      continue;
    }
    if (Object.keys(found).some((key) => key in record)) continue;
    left.use([entry]);
    if (said !== entry && entry.field?.note !== undefined)
      left.drop(entry.line, "note", unescapeText(entry.field.note));
    Object.assign(record, found);
  }
  return record;
}
