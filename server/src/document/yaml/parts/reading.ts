import { type Change, changeBetween } from "../../../text/change-between.ts";
import { tooDeep } from "../../../text/guard.ts";
import type { Part } from "../../../text/place.ts";
import type { Shape } from "../../../text/yaml/shape.ts";
import { splitAgain } from "../../../text/yaml/split-again.ts";
import {
  type Branch,
  type Leaf,
  type Piece,
  partCount,
  splitParts,
  wholeText,
} from "../../../text/yaml/split-parts.ts";
import { type PartReading, readHeader, readPart } from "./read-part.ts";

/** Parts of a text, read; in order, covering it exactly. */
interface Parts {
  readonly text: string;
  readonly parts: readonly PartReading[];
  /** Offset of each part. */
  readonly starts: readonly number[];
  /** How many parts a branch has, by its header. */
  readonly counts: ReadonlyMap<PartReading, number>;
}

/** The reading that a manifest is composed from. */
export interface PartsReading extends Parts {
  readonly pieces: readonly Piece[];
  /** Headers of the branches that were taken as they are from the reading before. */
  readonly kept: ReadonlySet<PartReading>;
  /** What the next reading starts from: the parts, also where the text was then read as a whole. */
  readonly bySplit: Parts;
}

/** Each part with a problem is one that the parser reads, twice, and a finding or more: of so many nobody mends one by one. */
const mostProblematic = 5_000;
const tooProblematic = `More than ${mostProblematic.toLocaleString("en")} parts of this file are no proper YAML, and it is not read: mend it, or exclude it in .release-docs.yaml`;

const nothing: Parts = { text: "", parts: [], starts: [], counts: new Map() };

/**
 * Reads the parts of a text. Parts that lie in what the text has in common with that of `previous`, at its beginning and
 * at its end, are taken from there. `split: false` reads the text as one part.
 *
 * No text reaches a parser before its depth was looked at: a part that is too deep makes the answer a plain sentence that
 * says so.
 */
export function readParts(
  text: string,
  shape: Shape,
  previous: PartsReading | undefined,
  split: boolean,
): PartsReading | string {
  const before = previous?.bySplit ?? nothing;
  const change = changeBetween(before.text, text);
  const pieces = split ? piecesOf(text, previous, change) : [wholeText(text)];
  const carrying = new Carrying(text, partCount(pieces), before, change);
  carrying.takeAll(pieces, 0, shape, "");
  if (carrying.refusal !== undefined) return carrying.refusal;
  const { parts, starts, counts } = carrying;
  const bySplit = { text, parts, starts, counts };
  if (pieces[0]?.form === "whole" || !parts.some((part) => part.anchored || part.uncertain)) {
    // What was kept of a text that was read as a whole was never composed.
    const kept = previous?.bySplit.parts === previous?.parts ? carrying.kept : new Set<PartReading>();
    return { ...bySplit, pieces, kept, bySplit };
  }
  const [last] = previous?.parts ?? [];
  const stands = last !== undefined && last.form === "whole" && last.shape === shape && last.part.text === text;
  const refusal = stands ? undefined : tooDeep(text);
  if (refusal !== undefined) return refusal;
  const whole = stands ? last : readPart({ text }, "whole", shape, "");
  return { text, pieces: [wholeText(text)], parts: [whole], starts: [0], counts: new Map(), kept: new Set(), bySplit };
}

function piecesOf(text: string, previous: PartsReading | undefined, change: Change): readonly Piece[] {
  const known =
    previous !== undefined && previous.parts === previous.bySplit.parts && previous.pieces[0]?.form !== "whole";
  return (known ? splitAgain(text, previous.pieces, change) : undefined) ?? splitParts(text);
}

/** Walks the pieces of a text and takes each part from the reading before, or reads it. */
class Carrying {
  readonly parts: PartReading[] = [];
  readonly starts: number[] = [];
  readonly counts = new Map<PartReading, number>();
  readonly kept = new Set<PartReading>();
  /** Set when a part is not fit to be parsed: then nothing that was read is of use. */
  refusal: string | undefined;
  #problematic = 0;
  readonly #text: string;
  readonly #previous: Parts;
  /** End of what both texts begin with, and begin of what both end with. */
  readonly #front: number;
  readonly #back: number;
  /** How far offsets and indexes in the common end were moved. */
  readonly #moved: number;
  readonly #movedIndex: number;

  constructor(text: string, count: number, previous: Parts, { front, back, moved }: Change) {
    this.#text = text;
    this.#previous = previous;
    this.#front = front;
    this.#back = back + moved;
    this.#moved = moved;
    this.#movedIndex = count - previous.parts.length;
  }

  /** Takes pieces that stand one after the other from `start` on. `listKey`: the key of the list that they are items of. */
  takeAll(pieces: readonly Piece[], start: number, shape: Shape, listKey: string): void {
    let at = start;
    for (const piece of pieces) {
      if (this.refusal !== undefined) return;
      if (piece.form === "branch") this.#takeBranch(piece, at, shape);
      else this.#takeLeaf(piece, at, shape, listKey);
      at += piece.length;
    }
  }

  #takeBranch(piece: Branch, start: number, shape: Shape): void {
    const earlier = this.#earlier(start, start + piece.length, piece.count);
    const known = this.#previous.parts[earlier];
    if (known?.form === "header" && known.shape === shape && this.#previous.counts.get(known) === piece.count) {
      this.#keep(earlier, piece.count, start);
      return;
    }
    const end = start + piece.header;
    const header = this.#known("header", start, end, shape) ?? this.#readHeader(piece, start, shape);
    this.#push(header, start);
    this.counts.set(header, piece.count);
    const keyText = header.entry?.keyText ?? "";
    this.takeAll(piece.pieces, end, shape.property(keyText), keyText);
  }

  #keep(earlier: number, kept: number, start: number): void {
    const { parts, starts, counts } = this.#previous;
    const moved = start - (starts[earlier] ?? 0);
    for (let at = earlier; at < earlier + kept; at++) {
      const part = parts[at];
      if (part === undefined) return;
      this.#push(part, (starts[at] ?? 0) + moved);
      const count = part.form === "header" ? counts.get(part) : undefined;
      if (count === undefined) continue;
      this.kept.add(part);
      this.counts.set(part, count);
    }
  }

  #takeLeaf({ form, length, keyStart, keyEnd }: Leaf, start: number, shape: Shape, listKey: string): void {
    const end = start + length;
    const known = this.#known(form, start, end, shape);
    if (known !== undefined) {
      this.#push(known, start);
      return;
    }
    const part = this.#part(start, end);
    this.refusal = tooDeep(part.text);
    if (this.refusal !== undefined) return;
    const keyText = keyStart === -1 ? listKey : unquotedKey(part.text.slice(keyStart, keyEnd));
    const key = keyStart === -1 ? undefined : { part, start: keyStart, end: keyEnd };
    this.#push(readPart(part, form, shape, keyText, key), start);
  }

  #readHeader({ header, keyStart, keyEnd }: Branch, start: number, shape: Shape): PartReading {
    return readHeader(this.#part(start, start + header), shape, { start: keyStart, end: keyEnd });
  }

  #push(part: PartReading, start: number): void {
    this.parts.push(part);
    this.starts.push(start);
    if (part.problems.length > 0 && ++this.#problematic > mostProblematic) this.refusal = tooProblematic;
  }

  #part(start: number, end: number): Part {
    const slice = this.#text.slice(start, end);
    return { text: this.#previous.parts.length > 0 ? detached(slice) : slice };
  }

  #known(form: PartReading["form"], start: number, end: number, shape: Shape): PartReading | undefined {
    const part = this.#previous.parts[this.#earlier(start, end, 1)];
    return part !== undefined && part.form === form && part.shape === shape ? part : undefined;
  }

  /** Index at which a run of parts stood before, counted from where the next part goes; -1 when it did not. */
  #earlier(start: number, end: number, count: number): number {
    const index = this.parts.length;
    if (end <= this.#front && this.#stood(index, count, start, end)) return index;
    const moved = index - this.#movedIndex;
    return start >= this.#back && this.#stood(moved, count, start - this.#moved, end - this.#moved) ? moved : -1;
  }

  #stood(index: number, count: number, start: number, end: number): boolean {
    const { text, parts, starts } = this.#previous;
    if (index < 0 || index + count > parts.length || starts[index] !== start) return false;
    return (index + count === parts.length ? text.length : starts[index + count]) === end;
  }
}

const unquotedKey = (source: string): string => (/^["']/.test(source) ? source.slice(1, -1) : source);

/** A slice that does not keep the text alive that it was cut from: engines share the memory of long slices. */
const detached = (slice: string): string => (slice.length > 4_000 ? slice : slice.split("").join(""));
