import { keyAt } from "./key-at.ts";
import {
  type Branch,
  divide,
  isItem,
  type Lines,
  lineText,
  longEntry,
  type Piece,
  partCount,
  scanLines,
} from "./split-parts.ts";

/** What two versions of a text have in common, at the beginning and at the end. */
export interface Change {
  /** Up to here both are the same. */
  readonly front: number;
  /** From here on the old text stands in the new one as well, moved by `moved`. */
  readonly back: number;
  readonly moved: number;
}

const tab = 9;
const hash = 35;

/**
 * The pieces of a text whose earlier version was split before: the same as `splitParts` gives, found by looking at the
 * lines around the change alone. `undefined` when it takes more than that.
 *
 * A piece begins at the line of its key or dash, whatever stands around it. So the pieces that are changed are split again
 * together with the one above and the one below them, and the others stand as they stood.
 */
export function splitAgain(text: string, before: readonly Piece[], change: Change): readonly Piece[] | undefined {
  return again(text, before, change, { column: 0, outer: -1, sequence: false, depth: 0 });
}

/** The level of a list of pieces. */
interface Level {
  readonly column: number;
  /** The column of the key above. */
  readonly outer: number;
  readonly sequence: boolean;
  readonly depth: number;
}

function again(text: string, before: readonly Piece[], change: Change, level: Level): readonly Piece[] | undefined {
  const { front, back, moved } = change;
  const first = before.findIndex((piece) => endOf(piece) >= front);
  const last = before.findLastIndex((piece) => piece.start <= back);
  const touched = before[first];
  if (first === last && touched?.form === "branch") {
    const inner = insideOf(text, touched, change, level.depth);
    if (inner !== undefined) return [...before.slice(0, first), inner, ...shifted(before.slice(first + 1), moved)];
  }
  const above = before[first - 1];
  const below = before[last + 1];
  if (first < 2 || last < first || above === undefined || below === undefined) return undefined;
  if (!isAnchor(above, front) || below.form === "stray" || below.form === "whole") return undefined;
  const lines = scanLines(text, above.start, endOf(below) + moved);
  if (!lines.text.startsWith("\n", above.start - 1) || !fits(lines, level)) return undefined;
  const pieces = divide(lines, 0, lines.count, level.column, level.sequence, level.depth);
  if (pieces === undefined) return undefined;
  return [...before.slice(0, first - 1), ...pieces, ...shifted(before.slice(last + 2), moved)];
}

const endOf = (piece: Piece): number => (piece.form === "branch" ? piece.last : piece.end);

const isAnchor = (piece: Piece, front: number): boolean =>
  piece.form !== "stray" && piece.form !== "whole" && endOf(piece) <= front;

/** The branch when the change lies between its second and its last but one piece, or deeper. */
function insideOf(text: string, branch: Branch, change: Change, depth: number): Branch | undefined {
  // A branch that is too short is no branch.
  if (branch.pieces.length <= longEntry + 3 || change.front <= branch.end) return undefined;
  const { column, outer, sequence } = branch;
  const pieces = again(text, branch.pieces, change, { column, outer, sequence, depth: depth + 1 });
  if (pieces === undefined || pieces.length <= longEntry) return undefined;
  return { ...branch, last: branch.last + change.moved, count: 1 + partCount(pieces), pieces };
}

/** Whether no line can concern the levels above: all are deeper than this one, or begin a piece of it. */
function fits(lines: Lines, { column, outer, sequence, depth }: Level): boolean {
  if (depth === 0) return true;
  const { firsts, indents, count } = lines;
  for (let line = 0; line < count; line++) {
    const first = firsts[line] ?? 0;
    const indent = indents[line] ?? 0;
    if (first === 0) continue;
    if (first === tab || indent < column) return false;
    if (indent > column) continue;
    if (first === hash ? column === outer : !begins(lines, line, sequence)) return false;
  }
  return true;
}

const begins = (lines: Lines, line: number, sequence: boolean): boolean =>
  sequence ? isItem(lines, line) : keyAt(lines.text, lineText(lines, line)) !== undefined;

function shifted(pieces: readonly Piece[], moved: number): readonly Piece[] {
  if (moved === 0) return pieces;
  return pieces.map((piece): Piece => {
    const start = piece.start + moved;
    const end = piece.end + moved;
    const keyStart = piece.keyStart === -1 ? -1 : piece.keyStart + moved;
    const keyEnd = piece.keyEnd === -1 ? -1 : piece.keyEnd + moved;
    if (piece.form !== "branch") return { form: piece.form, start, end, keyStart, keyEnd };
    const { form, count, sequence, column, outer } = piece;
    const last = piece.last + moved;
    return {
      form,
      start,
      end,
      last,
      count,
      keyStart,
      keyEnd,
      sequence,
      column,
      outer,
      pieces: shifted(piece.pieces, moved),
    };
  });
}
