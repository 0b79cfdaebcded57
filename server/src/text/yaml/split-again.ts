import type { Change } from "../change-between.ts";
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
  return again(text, before, 0, change, { column: 0, outer: -1, sequence: false, depth: 0 });
}

/** The level of a list of pieces. */
interface Level {
  readonly column: number;
  /** The column of the key above. */
  readonly outer: number;
  readonly sequence: boolean;
  readonly depth: number;
}

/** `origin`: where the first piece begins. */
function again(
  text: string,
  before: readonly Piece[],
  origin: number,
  change: Change,
  level: Level,
): readonly Piece[] | undefined {
  const touched = touchedBy(before, origin, change);
  if (touched === undefined) return undefined;
  const { first, last, start, end } = touched;
  const only = first === last ? before[first] : undefined;
  const inner = only?.form === "branch" ? insideOf(text, only, start, change, level.depth) : undefined;
  if (inner !== undefined) return before.with(first, inner);
  const above = before[first - 1];
  const below = before[last + 1];
  // The first piece of a level begins with it, wherever its key stands; what follows the last one of the text is unknown.
  const inside = level.depth > 0;
  const anchored = first >= 2 && isSure(above);
  if (!(anchored || inside) || !(isSure(below) || (inside && below === undefined))) return undefined;
  const from = anchored && above !== undefined ? start - above.length : origin;
  const lines = scanLines(text, from, end + (below?.length ?? 0) + change.moved);
  if (!lines.text.startsWith("\n", from - 1) || !fits(lines, level)) return undefined;
  const pieces = divide(lines, 0, lines.count, level.column, level.sequence, level.depth);
  if (pieces === undefined) return undefined;
  return [...(anchored ? before.slice(0, first - 1) : []), ...pieces, ...before.slice(last + 2)];
}

/** The pieces that a change touches, from the first to the last, and where they begin and end in the old text. */
interface Touched {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

function touchedBy(pieces: readonly Piece[], origin: number, { front, back }: Change): Touched | undefined {
  let first = -1;
  let last = -1;
  let start = origin;
  let end = origin;
  for (let index = 0, at = origin; index < pieces.length && at <= back; index++) {
    const beyond = at + (pieces[index]?.length ?? 0);
    if (first === -1 && beyond >= front) {
      first = index;
      start = at;
    }
    last = index;
    end = beyond;
    at = beyond;
  }
  return first === -1 || last < first ? undefined : { first, last, start, end };
}

const isSure = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.form !== "stray" && piece.form !== "whole";

/** The branch when the change lies in its pieces. */
function insideOf(text: string, branch: Branch, start: number, change: Change, depth: number): Branch | undefined {
  const origin = start + branch.header;
  if (change.front <= origin) return undefined;
  const { column, outer, sequence } = branch;
  const pieces = again(text, branch.pieces, origin, change, { column, outer, sequence, depth: depth + 1 });
  const count = pieces === undefined ? 0 : partCount(pieces);
  // A branch that is too short is no branch; each of its parts has a line at least.
  if (pieces === undefined || count <= longEntry) return undefined;
  return { ...branch, length: branch.length + change.moved, count: 1 + count, pieces };
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
