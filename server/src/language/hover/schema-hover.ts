import { schemasAt } from "../../text/json-schema.ts";
import type { LinePosition } from "../../text/line-index.ts";
import { yamlCursorAt } from "../../text/yaml/cursor/yaml-cursor.ts";
import type { FeatureContext } from "../feature.ts";
import { schemaText } from "../schema-text.ts";

/** What is said of a piece of a line, as Markdown, and its columns. */
export interface Described {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the schema says of the key or value at a position of a manifest. */
export function schemaHover({ assessment, lines }: FeatureContext, position: LinePosition): Described | undefined {
  const { document, kind } = assessment;
  const cursor = yamlCursorAt(document.text, lines, position);
  if (cursor.where === "comment" || cursor.where === "text") return undefined;
  const { start, end } = cursor;
  if (cursor.where === "key") {
    const name = cursor.name ?? "";
    return { text: schemaText(schemasAt(kind.schema, [...cursor.pointer, name]), name), start, end };
  }
  const line = lines.line(position.line).start;
  if (document.text.slice(line + start, line + end).trim() === "") return undefined;
  const name = cursor.pointer.findLast((step) => typeof step === "string");
  const item = typeof cursor.pointer.at(-1) === "number";
  const schemas = schemasAt(kind.schema, item ? cursor.pointer.slice(0, -1) : cursor.pointer);
  return { text: schemaText(schemas, String(name ?? "")), start, end };
}
