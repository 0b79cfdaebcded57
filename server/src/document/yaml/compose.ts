import type { Pointer } from "../model.ts";
import type { Part } from "../place.ts";
import { type MapEntry, type MapNode, mapNode, sequenceNode, type YamlNode } from "./node.ts";
import type { DuplicateKey } from "./parse-yaml.ts";
import type { PartReading } from "./read-part.ts";
import type { PartsReading } from "./reading.ts";
import type { Branch, Piece } from "./split-parts.ts";

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
  const composer = new Composer(reading, previous?.branches ?? none);
  const children: Child[] = reading.pieces.map((piece) => composer.piece(piece, 0));
  const entries = children.flatMap((child) => (child.entry === undefined ? [] : [child.entry]));
  const first = reading.parts[0];
  const part: Part = first?.part ?? { text: "" };
  const end = children.reduce((last, child) => Math.max(last, child.end), 0);
  const root = mapNode({ part, start: first?.contentStart ?? 0, end }, entries, false);
  return {
    root,
    isMap: true,
    duplicates: [...children.flatMap((child) => child.duplicates), ...repeatedKeys(entries)],
    unreadable: children.flatMap((child) => child.unreadable),
    branches: composer.branches,
  };
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

/** What one piece contributes to the map or list that it stands in. */
interface Child {
  readonly entry: MapEntry | undefined;
  readonly node: YamlNode | undefined;
  /** Absolute offset at which its value ends. */
  readonly end: number;
  readonly duplicates: readonly DuplicateKey[];
  readonly unreadable: readonly Pointer[];
}

class Composer {
  readonly #reading: PartsReading;
  readonly #earlier: Branches;
  readonly branches = new Map<PartReading, ComposedBranch>();
  #next = 0;

  constructor(reading: PartsReading, earlier: Branches) {
    this.#reading = reading;
    this.#earlier = earlier;
  }

  /** `index`: of the piece among its siblings. */
  piece(piece: Piece, index: number): Child {
    const at = this.#next++;
    const part = this.#reading.parts[at];
    const start = this.#reading.starts[at] ?? 0;
    if (part === undefined) return { entry: undefined, node: undefined, end: start, duplicates: [], unreadable: [] };
    if (piece.form === "branch") return this.#branch(piece, part);
    const { entry, node, duplicates } = part;
    const value = entry?.node ?? node;
    const own = Math.max(entry?.key.end ?? 0, value?.end ?? part.contentStart);
    const name = piece.form === "item" ? index : (entry?.keyText ?? strayName(part));
    return { entry, node, end: start + own, duplicates, unreadable: part.unreadable ? [[name]] : [] };
  }

  #branch(piece: Branch, header: PartReading): Child {
    const first = this.#next;
    const offset = this.#reading.starts[first] ?? 0;
    const earlier = this.#earlier.get(header);
    if (earlier !== undefined && this.#reading.kept.has(header)) {
      this.#next += piece.count - 1;
      return this.#keep(header, earlier, offset);
    }
    const before = this.branches.size;
    const children = piece.pieces.map((child, index) => this.piece(child, index));
    const values = children.flatMap((child): readonly (MapEntry | YamlNode)[] => {
      const value = piece.sequence ? child.node : child.entry;
      return value === undefined ? [] : [value];
    });
    if (earlier !== undefined && same(earlier.children, values)) return this.#keep(header, earlier, offset);
    const end = children.reduce((last, child) => Math.max(last, child.end), offset);
    const inner: Branches = this.branches.size === before ? none : new Map([...this.branches].slice(before));
    const composed = { ...this.#compose(piece, header, children, values, first, end - offset), inner };
    this.branches.set(header, composed);
    return { ...composed, node: undefined, end };
  }

  #keep(header: PartReading, branch: ComposedBranch, offset: number): Child {
    this.branches.set(header, branch);
    for (const [inner, composed] of branch.inner) this.branches.set(inner, composed);
    const { entry, duplicates, unreadable } = branch;
    return { entry, node: undefined, end: offset + entry.node.end, duplicates, unreadable };
  }

  #compose(
    piece: Branch,
    header: PartReading,
    children: readonly Child[],
    values: readonly (MapEntry | YamlNode)[],
    first: number,
    end: number,
  ): Omit<ComposedBranch, "inner"> {
    const begin = this.#reading.parts[first];
    const place = { part: begin?.part ?? header.part, start: begin?.contentStart ?? 0, end };
    const keyText = header.entry?.keyText ?? "";
    const entries = values.filter((value) => "keyText" in value);
    const items = values.filter((value) => "kind" in value);
    const node = piece.sequence ? sequenceNode(place, items, false) : mapNode(place, entries, false);
    const key = header.entry?.key ?? { part: header.part, start: 0, end: 0 };
    return {
      entry: { keyText, key, node },
      children: values,
      duplicates: [...children.flatMap((child) => child.duplicates), ...repeatedKeys(entries)],
      unreadable: children.flatMap((child) => child.unreadable.map((pointer) => [keyText, ...pointer])),
    };
  }
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
