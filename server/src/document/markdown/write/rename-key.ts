import { replaceSpan } from "../../../text/changes.ts";
import type { Pointer } from "../../../text/json.ts";
import { schemasAt, textIn } from "../../../text/json-schema.ts";
import { headingNumber } from "../../../text/markdown/heading-number.ts";
import type { Span, TextChange } from "../../../text/place.ts";
import { headingOf } from "../../../text/values/key-words.ts";
import { slug } from "../../../text/values/slug.ts";
import type { Intention } from "../../intention.ts";
import type { KindDefinition } from "../../kind.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";
import { withLinks } from "./renumber.ts";

type Rename = Extract<Intention, { readonly do: "rename-key" }>;

/**
 * Gives a field's label, a section's heading or a column's header the title that the schema of the kind has for a name; a
 * front-matter key the name itself. The numbering of a heading stays, and links to it follow. `undefined` when nothing
 * stands there.
 */
export function renameKey(document: MarkdownDocument, { pointer, name }: Rename): readonly TextChange[] | undefined {
  const at = placeOfName(document, pointer);
  if (at === undefined) return undefined;
  if (pointer[0] === "frontMatter") return replaceSpan(document.text, at, name);
  const own = pointer.at(-2) === "columns" ? [] : [...pointer.slice(0, -1), name];
  const title = titleOf(document[reading].options.kind, own, name);
  if (pointer.at(-2) !== "sections") return replaceSpan(document.text, at, title);
  return withLinks(document, replaceSpan(document.text, wordsOf(document.text, at), title));
}

/** Takes out the line of a field or of a front-matter key. `undefined` for anything else, and for what goes on below. */
export function removeKey(
  document: MarkdownDocument,
  { pointer }: Extract<Intention, { readonly do: "remove" }>,
): readonly TextChange[] | undefined {
  const inFields = pointer.at(-2) === "fields" || (pointer[0] === "frontMatter" && pointer.length === 2);
  const name = inFields ? placeOfName(document, pointer) : undefined;
  if (name === undefined) return undefined;
  const { text } = document;
  const end = document.span(document.placeOf(pointer).value).end;
  const start = text.lastIndexOf("\n", name.start - 1) + 1;
  const feed = text.indexOf("\n", Math.max(end, name.end));
  const next = feed === -1 ? text.length : feed + 1;
  const below = /^[^\r\n]*/.exec(text.slice(next))?.[0] ?? "";
  const lines = text.slice(start, next).trimEnd().split("\n").length;
  const goesOn = pointer[0] === "frontMatter" ? /^(?:[ \t]+\S|-\s)/ : /^(?:[ \t]+\S|[^\s|>#*+_-])/;
  if (lines > 1 || goesOn.test(below)) return undefined;
  return [{ start, end: next, text: "" }];
}

/** Where the key, label, heading or header at a pointer stands; `undefined` when there is none of that name. */
function placeOfName(document: MarkdownDocument, pointer: Pointer): Span | undefined {
  const { key, value } = document.placeOf(pointer);
  const place = pointer.at(-2) === "columns" ? value : key;
  if (place === undefined) return undefined;
  const span = document.span(place);
  const written = document.text.slice(span.start, span.end);
  if (pointer[0] === "frontMatter") return written === pointer[1] ? span : undefined;
  const last = pointer.at(-1);
  return typeof last === "number" || slug(written) === last ? span : undefined;
}

/** The words of a heading, without its number, its emoji and what marks them as bold. */
function wordsOf(text: string, { start, end }: Span): Span {
  const source = text.slice(start, end);
  const number = headingNumber(source);
  const from = number === undefined ? 0 : number.end + number.mark.length;
  const before = /^[^\p{L}\p{N}]*/u.exec(source.slice(from))?.[0] ?? "";
  const after = /(?<![*_\s])[*_\s]*$/.exec(source)?.[0] ?? "";
  return { start: start + from + before.length, end: end - after.length };
}

/** How a name is written in a document: the title that the schema has for it. */
export const titleOf = ({ schema }: KindDefinition, pointer: Pointer, name: string): string =>
  (pointer.length === 0 ? undefined : (sectionTitle(schema, pointer) ?? textIn(schemasAt(schema, pointer), "title"))) ??
  headingOf(name);

function sectionTitle(schema: KindDefinition["schema"], pointer: Pointer): string | undefined {
  for (const part of schemasAt(schema, pointer)) {
    const own: unknown = part["x-release-docs"];
    const title: unknown = typeof own === "object" && own !== null ? Reflect.get(own, "title") : undefined;
    if (typeof title === "string") return title;
  }
  return undefined;
}
