import type { ReleaseDocument } from "../document/model.ts";
import type { Place } from "../text/place.ts";

/** A place for what concerns the document as a whole: its title, its first section, or its first line. */
export function wholeDocument(document: ReleaseDocument): Place {
  const first = document.title?.at ?? document.sections[0]?.at;
  if (first !== undefined) return first;
  const part = document.parts[0] ?? { text: "" };
  const end = part.text.search(/\r?\n|$/);
  return { part, start: 0, end };
}
