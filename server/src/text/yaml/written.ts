import { writeScalar } from "./scalar-value.ts";

/** A value to be written: a text, a truth, a list or a map in order. */
export type Written = string | boolean | number | readonly Written[] | { readonly [key: string]: Written };

const isList = (value: Written): value is readonly Written[] => Array.isArray(value);

/** A scalar as source; `undefined` for lists and maps. */
export function scalarSource(value: Written): string | undefined {
  if (typeof value === "string") return writeScalar(value);
  return typeof value === "boolean" || typeof value === "number" ? String(value) : undefined;
}

/** A value on one line, in brackets where it is a collection. */
export function flowSource(value: Written): string {
  const scalar = scalarSource(value);
  if (scalar !== undefined) return scalar;
  if (isList(value)) return `[${value.map(flowSource).join(", ")}]`;
  if (typeof value !== "object") return "";
  const entries = Object.entries(value).map(([key, inner]) => `${writeScalar(key)}: ${flowSource(inner)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/**
 * The lines of a value in block style, the first one at no indentation, the others below it; `step` is the indentation of
 * a nested level.
 */
export function blockLines(value: Written, step: number): readonly string[] {
  const scalar = scalarSource(value);
  if (scalar !== undefined) return [scalar];
  if (isList(value)) {
    if (value.length === 0) return ["[]"];
    return value.flatMap((item) => blockLines(item, step).map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`)));
  }
  if (typeof value !== "object" || Object.keys(value).length === 0) return ["{}"];
  return Object.entries(value).flatMap(([key, inner]) => entryLines(key, inner, step));
}

/** The lines of `key: value` in block style. */
export function entryLines(key: string, value: Written, step: number): readonly string[] {
  const name = writeScalar(key);
  const lines = blockLines(value, step);
  const [first = ""] = lines;
  if (isInline(value)) return [`${name}: ${first}`];
  return [`${name}:`, ...lines.map((line) => " ".repeat(step) + line)];
}

/** Whether a value stands on the line of its key also in block style. */
export const isInline = (value: Written): boolean =>
  scalarSource(value) !== undefined || (typeof value === "object" && Object.keys(value).length === 0);
