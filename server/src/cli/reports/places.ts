/** A position as a person counts: from 1; columns in UTF-16 code units. */
import { createLineIndex, type Place, type ReleaseDocument } from "../../engine/index.ts";
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `endColumn` is exclusive. */
export interface Range extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}

/** Turns the places of one document into positions. */
export interface Places {
  position(place: Place): Position;
  range(place: Place): Range;
  /** The text of a line, counted from 1, without its line break. */
  line(line: number): string;
}

/** Indexes the lines of a document, once. */
export function placesOf(document: ReleaseDocument): Places {
  const index = createLineIndex(document.text);
  const at = (offset: number): Position => {
    const { line, character } = index.position(offset);
    return { line: line + 1, column: character + 1 };
  };
  return {
    position: (place) => at(document.span(place).start),
    range(place) {
      const { start, end } = document.span(place);
      const last = at(end);
      return { ...at(start), endLine: last.line, endColumn: last.column };
    },
    line(line) {
      const { start, end } = index.line(line - 1);
      return document.text.slice(start, end);
    },
  };
}
