import { append } from "../../../text/append.ts";
import type { Pointer } from "../../../text/json.ts";
import type { Part } from "../../../text/place.ts";
import type { DuplicateKey } from "../../../text/yaml/conversion.ts";
import { type MapEntry, type MapNode, mapNode, sequenceNode, type YamlNode } from "../../../text/yaml/node.ts";
import type { Branch, Piece } from "../../../text/yaml/split-parts.ts";
import type { PartReading } from "./read-part.ts";
import type { PartsReading } from "./reading.ts";

/** The value of a manifest, put together from its parts. */
export interface Composition {
  readonly root: MapNode;
  /** False when the text holds something, but no map. */
  readonly isMap: boolean;
  readonly duplicates: readonly DuplicateKey[];
  readonly unreadable: readonly Pointer[];
  /** For the next reading: the values of branches, by the reading of their header. */
  readonly branches: Branches;
}

/** The value of a branch, kept as long as its children are the same objects. */
export interface ComposedBranch {
  readonly entry: MapEntry;
  readonly children: readonly (MapEntry | YamlNode)[];
  readonly duplicates: readonly DuplicateKey[];
  /** Relative to the branch. */
  readonly unreadable: readonly Pointer[];
  /** Branches within it. */
  readonly inner: Branches;
}

type Branches = ReadonlyMap<PartReading, ComposedBranch>;

const none: Branches = new Map();

/** Puts the values of parts together; values of branches that did not change since `previous` are the same objects. */
export function compose(reading: PartsReading, previous: Composition | undefined): Composition {
  const [whole] = reading.parts;
  if (reading.pieces[0]?.form === "whole" && whole !== undefined) return composeWhole(whole);
  const composer = new Composer(reading);
  const { entries, duplicates, unreadable, end, branches } = composer.children(
    reading.pieces,
    false,
    previous?.branches ?? none,
  );
  const part: Part = whole?.part ?? { text: "" };
  const root = mapNode({ part, start: whole?.contentStart ?? 0, end }, entries, false);
  return { root, isMap: true, duplicates, unreadable, branches };
}

function composeWhole(whole: PartReading): Composition {
  const { part, node, duplicates } = whole;
  const isMap = node?.kind === "map";
  return {
    root: isMap ? node : mapNode({ part, start: 0, end: 0 }, [], false),
    isMap: isMap || node === undefined,
    duplicates,
    unreadable: whole.unreadable ? [[]] : [],
    branches: none,
  };
}

/** What the pieces of a map or list give. */
interface Children {
  readonly entries: readonly MapEntry[];
  readonly items: readonly YamlNode[];
  readonly duplicates: readonly DuplicateKey[];
  readonly unreadable: readonly Pointer[];
  /** Absolute offset at which the last value ends. */
  readonly end: number;
  readonly branches: Branches;
}

/** Walks the pieces of a reading, part by part. */
class Composer {
  readonly #reading: PartsReading;
  #next = 0;

  constructor(reading: PartsReading) {
    this.#reading = reading;
  }

  /** `earlier`: what the branches among them were before. */
  children(pieces: readonly Piece[], sequence: boolean, earlier: Branches): Children {
    const entries: MapEntry[] = [];
    const items: YamlNode[] = [];
    const duplicates: DuplicateKey[] = [];
    const unreadable: Pointer[] = [];
    const branches = new Map<PartReading, ComposedBranch>();
    let end = this.#start;
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index];
      const start = this.#start;
      const part = this.#reading.parts[this.#next++];
      if (piece === undefined || part === undefined) break;
      if (piece.form === "branch") {
        const begin = this.#start;
        const branch = this.#branch(piece, part, earlier.get(part));
        branches.set(part, branch);
        entries.push(branch.entry);
        append(duplicates, branch.duplicates);
        append(unreadable, branch.unreadable);
        end = Math.max(end, begin + branch.entry.node.end);
        continue;
      }
      const { entry, node } = part;
      if (sequence && node !== undefined) items.push(node);
      if (!sequence && entry !== undefined) entries.push(entry);
      end = Math.max(end, start + endOf(part));
      if (part.duplicates.length > 0) append(duplicates, part.duplicates);
      if (part.unreadable) unreadable.push([piece.form === "item" ? index : (entry?.keyText ?? strayName(part))]);
    }
    if (!sequence) append(duplicates, repeatedKeys(entries));
    return { entries, items, duplicates, unreadable, end, branches };
  }

  /** Where the next part begins. */
  get #start(): number {
    return this.#reading.starts[this.#next] ?? 0;
  }

  #branch(piece: Branch, header: PartReading, earlier: ComposedBranch | undefined): ComposedBranch {
    if (earlier !== undefined && this.#reading.kept.has(header)) {
      this.#next += piece.count - 1;
      return earlier;
    }
    const begin = this.#reading.parts[this.#next];
    const offset = this.#start;
    const inner = this.children(piece.pieces, piece.sequence, earlier?.inner ?? none);
    const children = piece.sequence ? inner.items : inner.entries;
    if (earlier !== undefined && same(earlier.children, children)) return earlier;
    const place = { part: begin?.part ?? header.part, start: begin?.contentStart ?? 0, end: inner.end - offset };
    const keyText = header.entry?.keyText ?? "";
    const node = piece.sequence ? sequenceNode(place, inner.items, false) : mapNode(place, inner.entries, false);
    return {
      entry: { keyText, key: header.entry?.key ?? { part: header.part, start: 0, end: 0 }, node },
      children,
      duplicates: inner.duplicates,
      unreadable: inner.unreadable.map((pointer) => [keyText, ...pointer]),
      inner: inner.branches,
    };
  }
}

/** Where the value of a part ends, counted from its start. */
function endOf({ entry, node, contentStart }: PartReading): number {
  return Math.max(entry?.key.end ?? 0, (entry?.node ?? node)?.end ?? contentStart);
}
const strayName = (part: PartReading): string => /[\w-]+/.exec(part.part.text.slice(part.contentStart))?.[0] ?? "";

const same = (before: readonly unknown[], now: readonly unknown[]): boolean =>
  before.length === now.length && before.every((value, at) => value === now[at]);

function repeatedKeys(entries: readonly MapEntry[]): readonly DuplicateKey[] {
  const seen = new Map<string, MapEntry>();
  const repeated: DuplicateKey[] = [];
  for (const entry of entries) {
    const first = seen.get(entry.keyText);
    if (first === undefined) seen.set(entry.keyText, entry);
    else repeated.push({ keyText: entry.keyText, key: entry.key, first: first.key });
  }
  return repeated;
}
