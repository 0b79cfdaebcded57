import { isSpace, type Key, keyAt } from "./key-at.ts";

/**
 * A run of the text that is read on its own. It begins where the one before it ends, and does not know where that is: an
 * edit above moves nothing.
 *
 * `entry`: one `key: …`, `item`: one `- …`, `stray`: top-level text that is neither, `whole`: everything.
 */
export interface Leaf {
  readonly form: "entry" | "item" | "stray" | "whole";
  readonly length: number;
  /** The key of an entry, quotes included, counted from the start of the piece; -1 elsewhere. */
  readonly keyStart: number;
  readonly keyEnd: number;
}

/** An entry whose value is split again. */
export interface Branch {
  readonly form: "branch";
  /** With all its pieces. */
  readonly length: number;
  /** The length of its header, up to and with the line of its key. */
  readonly header: number;
  /** How many parts it has, its header among them. */
  readonly count: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly sequence: boolean;
  /** The column in which its pieces begin, and that of its own key. */
  readonly column: number;
  readonly outer: number;
  readonly pieces: readonly Piece[];
}

export type Piece = Leaf | Branch;

/** Entries of at least this many lines are split when their form is certain. */
export const longEntry = 6;
/** Entries within so many others are not split: what is deeper stands in one part, whose nesting is looked at. */
const deepestEntry = 8;

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const dash = 45;
const colon = 58;

/** The lines of a text: where each begins, its indentation, and its first character (0 for a blank line). */
export interface Lines {
  readonly text: string;
  /** Offset at which the last of them ends. */
  readonly end: number;
  readonly count: number;
  readonly starts: Int32Array;
  readonly indents: Int32Array;
  readonly firsts: Uint16Array;
}

/**
 * Splits a manifest into the parts that are read on their own, by one linear scan of its lines.
 *
 * The pieces cover the text exactly, in order. A blank line belongs to the part above it; so does a comment, unless it
 * stands directly above an entry or item, not indented deeper: then it belongs to that one. Whatever is not certain
 * stays in one piece; what YAML lets reach across parts (document markers, directives, explicit keys, anchors at the
 * top level) makes the whole text one.
 */
export function splitParts(text: string): readonly Piece[] {
  const lines = scanLines(text);
  const pieces = divide(lines, 0, lines.count, 0, false, 0);
  return pieces === undefined || pieces.length === 0 ? [wholeText(text)] : pieces;
}

/** The text as one piece. */
export const wholeText = (text: string): Leaf => ({
  form: "whole",
  length: text.length,
  keyStart: -1,
  keyEnd: -1,
});

/** The lines of a text from the beginning of one of them up to `end`, which ends a line or the text. */
export function scanLines(text: string, from = 0, end = text.length): Lines {
  let room = ((end - from) >> 4) + 16;
  let starts = new Int32Array(room);
  let indents = new Int32Array(room);
  let firsts = new Uint16Array(room);
  let count = 0;
  let start = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from;
  while (start < end) {
    let at = start;
    while (text.charCodeAt(at) === space) at++;
    let first = text.charCodeAt(at);
    if (first === tab || first === carriageReturn) first = firstBeyondTabs(text, at);
    if (count === room) {
      room *= 2;
      starts = grown(starts, new Int32Array(room));
      indents = grown(indents, new Int32Array(room));
      firsts = grown(firsts, new Uint16Array(room));
    }
    starts[count] = start;
    indents[count] = at - start;
    firsts[count] = Number.isNaN(first) || first === lineFeed ? 0 : first;
    count++;
    const next = text.indexOf("\n", at);
    if (next === -1) break;
    start = next + 1;
  }
  if (count > 0) starts[0] = from;
  return { text, end, count, starts, indents, firsts };
}

function grown<Kind extends Int32Array | Uint16Array>(from: Kind, to: Kind): Kind {
  to.set(from);
  return to;
}

/** A tab when text follows the white space, else 0: the line is blank. */
function firstBeyondTabs(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || Number.isNaN(code)) return 0;
    if (code !== space && code !== tab && code !== carriageReturn) return text.charCodeAt(from);
    at++;
  }
}

/** The pieces that begin at `column` in a run of lines; `undefined` when they cannot be told with certainty. */
export function divide(
  lines: Lines,
  from: number,
  to: number,
  column: number,
  sequence: boolean,
  depth: number,
): readonly Piece[] | undefined {
  const { firsts, indents } = lines;
  const top = depth === 0;
  const pieces: Piece[] = [];
  let open: Open | undefined;
  let comment = -1;
  for (let line = from; line < to; line++) {
    const first = firsts[line] ?? 0;
    const indent = indents[line] ?? 0;
    if (first === hash && indent <= column) {
      if (comment === -1) comment = line;
      continue;
    }
    if (first !== 0 && first !== tab && indent <= column) {
      const found =
        indent < column ? undefined : sequence ? itemAt(lines, line) : entryAt(lines, line, open !== undefined, top);
      // Within an entry, a line that fits nowhere breaks the part above it, and no other.
      if (found === undefined && (top || open === undefined || isUnclear(lines, line))) return undefined;
      if (found !== undefined && found !== "continued") {
        const begin = open === undefined ? from : comment === -1 ? line : comment;
        if (open !== undefined) pieces.push(closed(lines, open, begin, column, depth));
        open = { form: found.form, key: found.key, first: begin, line };
      }
    } else if (open === undefined && first !== 0 && first !== tab && first !== hash) return undefined;
    comment = -1;
  }
  if (open !== undefined) pieces.push(closed(lines, open, to, column, depth));
  return pieces;
}

/** A piece whose end is not yet known: its first line, and the line of its key or dash. */
interface Open extends Beginning {
  readonly first: number;
  readonly line: number;
}

function closed(lines: Lines, open: Open, last: number, column: number, depth: number): Piece {
  const { form, key } = open;
  const start = offsetOf(lines, open.first);
  const length = offsetOf(lines, last) - start;
  if (key === undefined) return { form, length, keyStart: -1, keyEnd: -1 };
  const branch =
    key.alone && last - open.line >= longEntry && depth < deepestEntry
      ? branchOf(lines, start, { ...open, key }, last, column, depth)
      : undefined;
  return branch ?? { form, length, keyStart: key.start - start, keyEnd: key.end - start };
}

const offsetOf = ({ end, starts, count }: Lines, line: number): number => (line < count ? (starts[line] ?? 0) : end);

/** Splits an entry again when its value is a block map or a block sequence of one indentation. */
function branchOf(
  lines: Lines,
  start: number,
  open: Open & { readonly key: Key },
  last: number,
  column: number,
  depth: number,
): Branch | undefined {
  const body = open.line + 1;
  let child = body;
  while (child < last && (lines.firsts[child] === 0 || lines.firsts[child] === hash)) child++;
  if (child >= last) return undefined;
  const indent = lines.indents[child] ?? 0;
  const sequence = isItem(lines, child);
  if (sequence ? indent < column : indent <= column) return undefined;
  const pieces = divide(lines, body, last, indent, sequence, depth + 1);
  if (pieces === undefined || pieces.length === 0) return undefined;
  return {
    form: "branch",
    length: offsetOf(lines, last) - start,
    header: offsetOf(lines, body) - start,
    count: 1 + partCount(pieces),
    keyStart: open.key.start - start,
    keyEnd: open.key.end - start,
    sequence,
    column: indent,
    outer: column,
    pieces,
  };
}

/** How many parts pieces have. */
export function partCount(pieces: readonly Piece[]): number {
  let count = 0;
  for (const piece of pieces) count += piece.form === "branch" ? piece.count : 1;
  return count;
}

interface Beginning {
  readonly form: "entry" | "item" | "stray";
  readonly key: Key | undefined;
}

const beginsItem: Beginning = { form: "item", key: undefined };

type Found = "continued" | Beginning | undefined;

function itemAt(lines: Lines, line: number): Found {
  return isItem(lines, line) ? beginsItem : undefined;
}

export function isItem(lines: Lines, line: number): boolean {
  if (lines.firsts[line] !== dash) return false;
  return isSpace(lines.text.charCodeAt((lines.starts[line] ?? 0) + (lines.indents[line] ?? 0) + 1));
}

/** First characters that at column 0 say: this text does not split. */
const crossing = new Set("%&*!?{[,|>".split("").map((character) => character.charCodeAt(0)));
const closing = new Set([93, 125]);

function entryAt(lines: Lines, line: number, begun: boolean, top: boolean): Found {
  const first = lines.firsts[line] ?? 0;
  const at = lineText(lines, line);
  const key = keyAt(lines.text, at);
  if (key !== undefined) return { form: "entry", key };
  if (begun && (isItem(lines, line) || closing.has(first))) return "continued";
  if (!top) return undefined;
  const marker = /^(?:---|\.\.\.)(?=[\s]|$)/.test(lines.text.slice(at, at + 4));
  if (marker && !begun && /^---[ \t]*(?:\s#.*)?\r?$/.test(lineSlice(lines, line))) return "continued";
  if (marker || crossing.has(first) || first === 0xfeff || first === colon || isItem(lines, line)) return undefined;
  const source = lineSlice(lines, line);
  if (/\r(?!$)/.test(source)) return undefined;
  return begun && isFollowedByIndented(lines, line) && !/:(?:\s|$)/.test(source)
    ? "continued"
    : { form: "stray", key: undefined };
}

/** Whether a line that fits nowhere may yet be a key of some rare form. */
function isUnclear(lines: Lines, line: number): boolean {
  const at = lineText(lines, line);
  if (keyAt(lines.text, at) !== undefined) return false;
  return /:(?:\s|$)|^[?!&*[{]/.test(lineSlice(lines, line));
}

/** What follows is the rest of the entry above: the line in between is a slip in it. */
function isFollowedByIndented({ firsts, indents, count }: Lines, line: number): boolean {
  let next = line + 1;
  while (next < count && (firsts[next] === 0 || firsts[next] === hash)) next++;
  return next < count && (indents[next] ?? 0) > 0;
}

/** Offset at which the content of a line begins. */
export const lineText = (lines: Lines, line: number): number => {
  const start = lines.starts[line] ?? 0;
  const bom = start === 0 && lines.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return start + bom + (lines.indents[line] ?? 0);
};

function lineSlice(lines: Lines, line: number): string {
  const at = lineText(lines, line);
  const end = lines.text.indexOf("\n", at);
  return lines.text.slice(at, end === -1 ? lines.text.length : end);
}
