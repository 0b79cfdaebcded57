import type { ReleaseDocument, Section } from "../../document/model.ts";
import type { JsonValue } from "../../text/json.ts";
import type { Span } from "../../text/place.ts";

/** A section, or a list of a manifest, with all that stands in it. */
export interface Region {
  readonly title: string;
  /** The heading's words, or the key. */
  readonly name: Span;
  /** From the start of its heading's line, or its key, to its last character that is no white space. */
  readonly span: Span;
  readonly level: number;
  readonly section: Section;
}

/** The sections of a document, in order; of a manifest also the collections right below its top-level keys. */
export function regionsOf(document: ReleaseDocument): readonly Region[] {
  return document.format === "yaml" ? manifestRegions(document) : headingRegions(document);
}

function headingRegions(document: ReleaseDocument): readonly Region[] {
  const { text, sections } = document;
  const starts = sections.map((section) => lineStart(text, document.span(section.at).start));
  const ends: number[] = [];
  const open: number[] = [];
  sections.forEach((section, index) => {
    for (
      let last = open.at(-1);
      last !== undefined && (sections[last]?.level ?? 0) >= section.level;
      last = open.at(-1)
    ) {
      ends[last] = starts[index] ?? text.length;
      open.pop();
    }
    open.push(index);
  });
  return sections.map((section, index) => {
    const start = starts[index] ?? 0;
    const span = { start, end: trimmedEnd(text, start, ends[index] ?? text.length) };
    return { title: section.title, name: document.span(section.at), span, level: section.level, section };
  });
}

function manifestRegions(document: ReleaseDocument): readonly Region[] {
  return document.sections.flatMap((section): Region[] => {
    const name = document.span(section.at);
    const top = regionAt(document, section, [section.title], name, 1);
    const value = document.value[section.title];
    const below = isMap(value)
      ? Object.entries(value).flatMap(([key, inner]) => {
          const { key: at } = document.placeOf([section.title, key]);
          if (at === undefined || typeof inner !== "object" || inner === null) return [];
          return [regionAt(document, section, [section.title, key], document.span(at), 2)];
        })
      : [];
    return [top, ...below.filter(({ span }) => top.span.start <= span.start && span.end <= top.span.end)];
  });
}

function regionAt(
  document: ReleaseDocument,
  section: Section,
  pointer: readonly string[],
  name: Span,
  level: number,
): Region {
  const value = document.span(document.placeOf(pointer).value);
  // The value of an alias stands elsewhere.
  const end = value.start >= name.end ? trimmedEnd(document.text, name.end, value.end) : name.end;
  return { title: pointer.at(-1) ?? "", name, span: { start: name.start, end }, level, section };
}

const isMap = (value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Start of the line that an offset stands on. */
export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;

/** `end` without the white space before it; not below `start`. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = Math.min(end, text.length);
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

/** Finds the innermost of some regions that holds an offset. The regions lie in each other or apart. */
export function innermostIn<Held extends { readonly span: Span }>(
  regions: readonly Held[],
): (offset: number) => Held | undefined {
  const sorted = [...regions].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return (offset) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.span.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= 0; at--) {
      const region = sorted[at];
      if (region !== undefined && offset <= region.span.end) return region;
    }
    return undefined;
  };
}
