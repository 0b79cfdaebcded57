import { type Alias, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { deepestNesting } from "../guard.ts";
import type { Part, Place } from "../place.ts";
import { unmask } from "./masks.ts";
import { emptyNode, type MapEntry, mapNode, type ScalarStyle, sequenceNode, type YamlNode } from "./node.ts";
import { isFlowPlaceholder, plainValue } from "./scalar-value.ts";
import type { Shape } from "./shape.ts";

/** A key that stands twice in one map. */
export interface DuplicateKey {
  readonly keyText: string;
  readonly key: Place;
  readonly first: Place;
}

/** How many nodes all aliases of a text together may stand for. */
const largestExpansion = 10_000;
/** The deepest tree that is made. What the guard lets pass is no deeper; aliases within aliases could be, without end. */
const deepestTree = 4 * deepestNesting;

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

/**
 * Makes our nodes of those of the YAML parser, and notes what they leave out. Of one text: aliases name what came before.
 *
 * `text` may differ from the part's in single characters (masks); values are taken from the part.
 */
export class Conversion {
  readonly duplicates: DuplicateKey[] = [];
  readonly unresolved: Place[] = [];
  readonly touching: number[] = [];
  readonly masked: Place[] = [];
  bomb = false;
  anchored = false;
  readonly #part: Part;
  readonly #text: string;
  readonly #hasMasks: boolean;
  readonly #anchors = new Map<string, YamlNode>();
  #expansion = 0;
  /** Maps and lists around the node that is being made. */
  #depth = 0;

  constructor(part: Part, text: string) {
    this.#part = part;
    this.#text = text;
    this.#hasMasks = text !== part.text;
  }

  node(source: unknown, shape: Shape): YamlNode {
    if (isAlias(source)) return this.#alias(source, shape);
    const node = this.#anchorless(source, shape);
    if ((isScalar(source) || isMap(source) || isSeq(source)) && source.anchor !== undefined) {
      this.anchored = true;
      this.#anchors.set(source.anchor, node);
    }
    return node;
  }

  #anchorless(source: unknown, shape: Shape): YamlNode {
    if (isScalar(source)) return this.#scalar(source, shape);
    if (!isMap(source) && !isSeq(source)) return emptyNode(this.#part, 0);
    if (this.#depth >= deepestTree) {
      this.bomb = true;
      return emptyNode(this.#part, this.#place(source.range).start);
    }
    this.#depth++;
    const node = isMap(source) ? this.#map(source, shape) : this.#sequence(source, shape);
    this.#depth--;
    return node;
  }

  #place(range: readonly number[] | null | undefined): Place {
    const start = Math.min(range?.[0] ?? 0, this.#text.length);
    return { part: this.#part, start, end: Math.min(Math.max(range?.[1] ?? start, start), this.#text.length) };
  }

  /** A lone placeholder in brackets where a scalar belongs. */
  #placeholder(place: Place, shape: Shape): YamlNode | undefined {
    if (place.end - place.start > 200) return undefined;
    const text = this.#part.text.slice(place.start, place.end);
    if (!isFlowPlaceholder(text, shape)) return undefined;
    return { part: this.#part, start: place.start, end: place.end, kind: "scalar", style: "flow", text, value: text };
  }

  #map(source: YAMLMap, shape: Shape): YamlNode {
    const place = this.#place(source.range);
    if (source.flow === true) {
      const placeholder = this.#placeholder(place, shape);
      if (placeholder !== undefined) return placeholder;
    }
    const own: MapEntry[] = [];
    const merged: MapEntry[] = [];
    const seen = new Map<string, Place>();
    let end = place.start;
    for (const pair of source.items) {
      const key = this.#key(pair.key, shape);
      const node =
        pair.value === null ? emptyNode(this.#part, key.place.end) : this.node(pair.value, shape.property(key.text));
      end = Math.max(end, key.place.end, isAlias(pair.value) ? this.#place(pair.value.range).end : node.end);
      if (key.text === "<<" && isAlias(pair.value)) {
        if (node.kind === "map") for (const entry of node.entries) merged.push(entry);
        continue;
      }
      const first = seen.get(key.text);
      if (first === undefined) seen.set(key.text, key.place);
      else this.duplicates.push({ keyText: key.text, key: key.place, first });
      own.push({ keyText: key.text, key: key.place, node });
    }
    const entries = merged.length === 0 ? own : [...merged.filter((entry) => !seen.has(entry.keyText)), ...own];
    const flow = source.flow === true;
    const start = flow ? place.start : Math.min(own[0]?.key.start ?? place.start, place.end);
    return mapNode({ part: this.#part, start, end: flow ? place.end : end }, entries, flow);
  }

  /** The text of a key, and its place. A list or map as a key is its source text; an alias is what it stands for. */
  #key(source: unknown, shape: Shape): { readonly text: string; readonly place: Place } {
    if (isScalar(source)) {
      const place = this.#place(source.range);
      const style = styles[source.type ?? "PLAIN"] ?? "plain";
      const text = style === "plain" ? this.#unmask(source.source ?? "") : String(source.value);
      if (source.anchor !== undefined) this.node(source, shape.property(text));
      return { text, place };
    }
    if (isAlias(source) || isMap(source) || isSeq(source)) {
      const place = this.#place(source.range);
      const text = this.#part.text.slice(place.start, place.end);
      const node = this.node(source, shape.property(text));
      return { text: isAlias(source) && node.kind === "scalar" ? node.text : text, place };
    }
    return { text: "", place: { part: this.#part, start: 0, end: 0 } };
  }

  #sequence(source: YAMLSeq, shape: Shape): YamlNode {
    const place = this.#place(source.range);
    const flow = source.flow === true;
    if (flow) {
      const placeholder = this.#placeholder(place, shape);
      if (placeholder !== undefined) return placeholder;
    }
    const items: YamlNode[] = [];
    let end = place.start;
    for (const item of source.items) {
      const node = this.node(item, shape.item());
      items.push(node);
      end = Math.max(end, isAlias(item) ? this.#place(item.range).end : node.end);
    }
    return sequenceNode({ part: this.#part, start: place.start, end: flow ? place.end : end }, items, flow);
  }

  #scalar(source: Scalar, shape: Shape): YamlNode {
    const part = this.#part;
    const { start, end: given } = this.#place(source.range);
    const style = styles[source.type ?? "PLAIN"] ?? "plain";
    if (style === "plain") {
      if (given === start) return this.#empty(start, source);
      const text = this.#unmask(source.source ?? "");
      const end = given;
      if (this.#hasMasks && this.#text.slice(start, end) !== part.text.slice(start, end)) {
        this.masked.push({ part, start, end });
        return { part, start, end, kind: "scalar", style, text, value: text };
      }
      return { part, start, end, kind: "scalar", style, text, value: taggedValue(source) ?? plainValue(text, shape) };
    }
    const text = this.#unmask(typeof source.value === "string" ? source.value : (source.source ?? ""));
    let end = given;
    while (style === "block" && end > start + 1 && isWhite(this.#text.charCodeAt(end - 1))) end--;
    return { part, start, end, kind: "scalar", style, text, value: taggedValue(source) ?? text };
  }

  #empty(at: number, source: Scalar): YamlNode {
    if (source.tag === undefined) {
      const code = this.#text.charCodeAt(at);
      const next = this.#text.charCodeAt(at + 1);
      if (code === 35 && !isWhite(next) && !Number.isNaN(next) && at > 0) this.touching.push(at);
    }
    const empty = emptyNode(this.#part, at);
    // `!!str` and `!` of nothing are the empty text.
    return source.value === "" ? { ...empty, value: "" } : empty;
  }

  #unmask(text: string): string {
    return this.#hasMasks ? unmask(text) : text;
  }

  /** Aliases share the node that they name: nothing is copied, and what they would unfold to is counted. */
  #alias(source: Alias, shape: Shape): YamlNode {
    const place = this.#place(source.range);
    const target = this.#anchors.get(source.source);
    if (target === undefined) {
      this.unresolved.push(place);
      const text = this.#part.text.slice(place.start, place.end);
      return { ...place, kind: "scalar", style: "plain", text, value: plainValue(text, shape) };
    }
    this.anchored = true;
    if (this.bomb) return emptyNode(this.#part, place.start);
    this.#expansion += this.#sizeOf(target);
    if (this.#expansion <= largestExpansion) return target;
    this.bomb = true;
    return emptyNode(this.#part, place.start);
  }

  /** Beyond measure where it goes too deep as well: aliases in aliases make a deep tree of a flat text. */
  #sizeOf(node: YamlNode): number {
    const room = largestExpansion + 1;
    let size = 0;
    const open: { readonly node: YamlNode; readonly depth: number }[] = [{ node, depth: this.#depth }];
    for (let next = open.pop(); next !== undefined && size < room; next = open.pop()) {
      size++;
      const depth = next.depth + 1;
      if (depth > deepestTree) return room;
      if (next.node.kind === "map") for (const entry of next.node.entries) open.push({ node: entry.node, depth });
      if (next.node.kind === "sequence") for (const item of next.node.items) open.push({ node: item, depth });
    }
    return size;
  }
}

const isWhite = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** The value that an explicit tag gives. */
function taggedValue(source: Scalar): string | number | boolean | null | undefined {
  if (source.tag === undefined) return undefined;
  const value: unknown = source.value;
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
