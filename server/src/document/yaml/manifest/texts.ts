import type { Text } from "../../../text/place.ts";
import { isSeen } from "../../../text/values/invisible.ts";
import { type MapEntry, nodeAt, type YamlNode } from "../../../text/yaml/node.ts";

/** A scalar that says something; `undefined` for lists, maps, `null` and what nobody sees: no character, or invisible ones. */
export function textOf(node: YamlNode | undefined): Text | undefined {
  if (node?.kind !== "scalar" || node.value === null || !isSeen(node.text)) return undefined;
  return { value: node.text.trim(), at: node };
}

/** The first of several keys that holds a text. */
export function textAt(node: YamlNode | undefined, ...keys: readonly string[]): Text | undefined {
  for (const key of keys) {
    const text = textOf(nodeAt(node, key));
    if (text !== undefined) return text;
  }
  return undefined;
}

const names = ["name", "handle", "title", "text", "rule", "trigger", "condition", "owner", "id"];

/** The texts of a list, a map's values or a lone scalar; of a map in a list, the text that names it. */
export function textsOf(node: YamlNode | undefined): readonly Text[] {
  if (node === undefined) return [];
  if (node.kind === "scalar") {
    const text = textOf(node);
    return text === undefined ? [] : [text];
  }
  if (node.kind === "map") return node.entries.flatMap((entry) => textsOf(entry.node));
  return node.items.flatMap((item) => {
    const text = item.kind === "map" ? textAt(item, ...names) : textOf(item);
    return text === undefined ? [] : [text];
  });
}

/** The key of an entry as text. */
export const keyOf = (entry: MapEntry): Text => ({ value: entry.keyText, at: entry.key });

/** The items of a list; a lone value counts as a list of one, nothing as an empty list. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || isEmpty(node)) return [];
  return node.kind === "sequence" ? node.items : [node];
}

/** True where nothing is written: no value, `null`, an empty list or map, or only such things. */
export function isEmpty(node: YamlNode | undefined): boolean {
  if (node === undefined) return true;
  if (node.kind === "scalar") return node.value === null || !isSeen(node.text);
  if (node.kind === "sequence") return node.items.every(isEmpty);
  return node.entries.every((entry) => isEmpty(entry.node));
}

/** `T` with the properties whose value is `undefined` left out. */
export function present<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T;
export function present(value: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept;
}
