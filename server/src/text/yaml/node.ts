import type { JsonObject, JsonValue } from "../json.ts";
import type { Part, Place } from "../place.ts";

/** How a scalar is written. `flow`: a lone `[X.Y.Z]` or `{{DATE}}` that stands where a scalar belongs. */
export type ScalarStyle = "plain" | "single" | "double" | "block" | "flow" | "empty";

/**
 * A scalar. Its place covers its source, quotes and block header included; a block scalar ends with its last
 * character that is no white space.
 */
export interface ScalarNode extends Place {
  readonly kind: "scalar";
  readonly style: ScalarStyle;
  /** What its author wrote, unquoted and folded: `2.10` stays `2.10`, `0016` stays `0016`. Empty for nothing. */
  readonly text: string;
  /** As data: typed by YAML's core schema, but a string where the JSON Schema expects strings. */
  readonly value: string | number | boolean | null;
}

export interface MapEntry {
  readonly keyText: string;
  readonly key: Place;
  readonly node: YamlNode;
}

/** Entries in order of appearance; of several with one key the last holds. */
export interface MapNode extends Place {
  readonly kind: "map";
  readonly flow: boolean;
  readonly entries: readonly MapEntry[];
  readonly value: JsonObject;
}

export interface SequenceNode extends Place {
  readonly kind: "sequence";
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
  readonly value: readonly JsonValue[];
}

/**
 * A value of a manifest and its place. A block collection begins at its first key or dash and ends where its last
 * value ends; one that is made of several parts counts its end from the start of its first part, beyond that part.
 */
export type YamlNode = ScalarNode | MapNode | SequenceNode;

/** Builds a map; its data is an object without prototype, so that every key is only a key. */
export function mapNode(place: Place, entries: readonly MapEntry[], flow: boolean): MapNode {
  const value: Record<string, JsonValue> = Object.create(null);
  for (const entry of entries) value[entry.keyText] = entry.node.value;
  return { part: place.part, start: place.start, end: place.end, kind: "map", flow, entries, value };
}

export function sequenceNode(place: Place, items: readonly YamlNode[], flow: boolean): SequenceNode {
  const value = items.map((item) => item.value);
  return { part: place.part, start: place.start, end: place.end, kind: "sequence", flow, items, value };
}

/** The absent value of `key:` or `- `. */
export function emptyNode(part: Part, at: number): ScalarNode {
  return { part, start: at, end: at, kind: "scalar", style: "empty", text: "", value: null };
}

/** Maps with more entries than this are looked up in, not searched. */
const mostSearched = 32;

/** Of large maps the entries by their keys; nodes never change. */
const listed = new WeakMap<MapNode, ReadonlyMap<string, MapEntry>>();

/** The entry of a key; the last one when the key is repeated, `undefined` when there is none or the node is no map. */
export function entryOf(node: YamlNode | undefined, key: string): MapEntry | undefined {
  if (node?.kind !== "map") return undefined;
  if (node.entries.length > mostSearched) {
    const byKey = listed.get(node) ?? new Map(node.entries.map((entry) => [entry.keyText, entry]));
    listed.set(node, byKey);
    return byKey.get(key);
  }
  for (let at = node.entries.length - 1; at >= 0; at--) {
    const entry = node.entries[at];
    if (entry !== undefined && entry.keyText === key) return entry;
  }
  return undefined;
}

/** The value of a key. */
export const nodeAt = (node: YamlNode | undefined, key: string): YamlNode | undefined => entryOf(node, key)?.node;
