import { readMarkdown } from "../../../server/src/document/markdown/compose/read-markdown.ts";
import type { ReleaseDocument } from "../../../server/src/document/model.ts";
import type { Place, Text } from "../../../server/src/text/place.ts";
import { testKind } from "./kind.fixture.ts";

export const uri = "file:///shop/releases/winter.md";

/** Reads a text as a declared document of the test kind. */
export const read = (text: string, previous?: ReleaseDocument): ReleaseDocument =>
  readMarkdown(uri, text, { kind: testKind, declared: true, template: false }, previous);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isPlace = (value: unknown): value is Place =>
  isObject(value) && isObject(value.part) && typeof value.start === "number" && typeof value.end === "number";

const isText = (value: unknown): value is Text =>
  isObject(value) && typeof value.value === "string" && isPlace(value.at);

/** A document as plain data with absolute offsets, so that two readings of one text can be compared. */
export function dump(document: ReleaseDocument): unknown {
  const plain = (value: unknown): unknown => {
    if (isPlace(value)) return document.span(value);
    if (value instanceof Set) return [...value];
    if (Array.isArray(value)) return value.map(plain);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, member]) => typeof member !== "function" && key !== "parts")
        .map(([key, member]) => {
          const isSection = isObject(member) && Array.isArray(member.path);
          return [key, isSection && key === "section" ? member.path : plain(member)];
        }),
    );
  };
  return plain(document);
}

/** Every `Text` of a document, wherever it is. */
export function texts(document: ReleaseDocument): readonly Text[] {
  const found: Text[] = [];
  const seen = new Set<unknown>();
  const walk = (value: unknown): void => {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    if (isText(value)) found.push(value);
    for (const [key, member] of Object.entries(value)) if (key !== "part" && key !== "parts") walk(member);
  };
  walk(document);
  return found;
}

/** The source that a place covers. */
export const source = (document: ReleaseDocument, place: Place): string => {
  const { start, end } = document.span(place);
  return document.text.slice(start, end);
};
