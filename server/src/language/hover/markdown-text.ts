import { sectionPointer } from "../../document/markdown/write/section-skeleton.ts";
import type { Pointer } from "../../text/json.ts";
import { type JsonSchema, schemasAt, textIn } from "../../text/json-schema.ts";
import type { LinePosition } from "../../text/line-index.ts";
import { yamlCursorAt } from "../../text/yaml/cursor/yaml-cursor.ts";
import { frontMatterSchema } from "../completion/front-matter-schema.ts";
import { bodyStartOf } from "../completion/markdown-spot.ts";
import type { FeatureContext } from "../feature.ts";
import { schemaText } from "../schema-text.ts";
import type { Described } from "./schema-hover.ts";

/** What the schema says of the heading, the field or the front matter entry at a position of a Markdown document. */
export function markdownText(context: FeatureContext, position: LinePosition): Described | undefined {
  const { assessment, lines } = context;
  const { document } = assessment;
  if (position.line < bodyStartOf(document.text, lines)) return frontMatterText(context, position);
  const line = lines.line(position.line);
  const offset = lines.offset(position);
  return sectionText(context, offset, line.start) ?? fieldText(context, offset, line);
}

function frontMatterText({ assessment, lines }: FeatureContext, position: LinePosition): Described | undefined {
  const { text } = assessment.document;
  const cursor = yamlCursorAt(text, lines, position);
  if (cursor.where !== "key" && cursor.where !== "value") return undefined;
  const pointer = cursor.where === "key" ? [...cursor.pointer, cursor.name ?? ""] : cursor.pointer;
  const told = schemaText(schemasAt(frontMatterSchema, pointer), String(pointer.at(-1)));
  return told === "" ? undefined : { text: told, start: cursor.start, end: cursor.end };
}

function sectionText({ assessment }: FeatureContext, offset: number, lineStart: number): Described | undefined {
  const { document, kind } = assessment;
  const section = document.sections.find(({ at }) => {
    const { start, end } = document.span(at);
    return start <= offset && offset <= end;
  });
  if (section?.known !== true) return undefined;
  const { start, end } = document.span(section.at);
  const text = described(kind.schema, sectionPointer(section.path));
  return text === "" ? undefined : { text, start: start - lineStart, end: end - lineStart };
}

function fieldText(
  { assessment }: FeatureContext,
  offset: number,
  line: { readonly start: number; readonly end: number },
): Described | undefined {
  const { document, kind } = assessment;
  for (const { key, label, value, section } of document.fields) {
    const { start, end } = document.span(label.at);
    if (start > offset || start < line.start || start > line.end) continue;
    const last = value.value === "" ? end : document.span(value.at).end;
    if (offset > Math.max(end, last)) continue;
    const text = described(kind.schema, [...sectionPointer(section?.path ?? []), "fields", key]);
    return text === "" ? undefined : { text, start: start - line.start, end: end - line.start };
  }
  return undefined;
}

/** Title, description and example of what stands at a pointer; nothing where the schema only says that it is a text. */
function described(schema: JsonSchema, pointer: Pointer): string {
  const schemas = schemasAt(schema, pointer);
  return textIn(schemas, "description") === undefined ? "" : schemaText(schemas);
}
