import type { Pointer } from "../../../text/json.ts";
import type { Span } from "../../../text/place.ts";
import type { MapEntry, MapNode, YamlNode } from "../../../text/yaml/node.ts";
import { writeScalar } from "../../../text/yaml/scalar-value.ts";
import { blockLines, entryLines, flowSource, isInline, type Written } from "../../../text/yaml/written.ts";
import type { Editing } from "./editing.ts";

/** How much deeper than its key a nested value stands. */
export const indentStep = 2;

/** Whether a value stands inside brackets, so that it can only be written on one line. */
export function isInFlow(editing: Editing, pointer: Pointer): boolean {
  for (let length = 0; length <= pointer.length; length++) {
    const node = editing.node(pointer.slice(0, length));
    if (node !== undefined && node.kind !== "scalar" && node.flow) return true;
  }
  return false;
}

const indented = (lines: readonly string[], column: number, eol: string): string =>
  lines.map((line) => " ".repeat(column) + line).join(eol);

/**
 * Writes `name: value` into the map at a pointer, after the entry `after` or behind all others. False when there is no
 * map, nor an empty place for one, or when it has that key already.
 */
export function insertEntry(editing: Editing, pointer: Pointer, name: string, value: Written, after?: string): boolean {
  const map = editing.node(pointer);
  if (map === undefined) return false;
  if (map.kind === "scalar") return map.style === "empty" && fillEmpty(editing, pointer, map, { [name]: value });
  if (map.kind === "sequence") return false;
  const own = editing.ownEntries(map);
  if (own.some((entry) => entry.keyText === name)) return false;
  const beside = own.find((entry) => entry.keyText === after) ?? own.at(-1);
  const key = writeScalar(name);
  if (beside === undefined) {
    editing.change(editing.span(map), `{ ${key}: ${flowSource(value)} }`);
    return true;
  }
  const keySpan = editing.span(beside.key);
  const end = Math.max(keySpan.end, valueEnd(editing, pointer, beside.keyText));
  if (isInFlow(editing, pointer)) {
    editing.change({ start: end, end }, `, ${key}: ${flowSource(value)}`);
    return true;
  }
  const at = editing.lineEnd(end);
  const lines = indented(entryLines(name, value, indentStep), editing.column(beside.key), editing.eol);
  editing.change({ start: at, end: at }, editing.eol + lines);
  return true;
}

/** Where the value of an entry ends; for a missing one, behind the colon. */
function valueEnd(editing: Editing, pointer: Pointer, name: string): number {
  const entry = editing.entry([...pointer, name]);
  if (entry !== undefined) return editing.span(entry.node).end;
  // An alias: its own text is the rest of its line.
  const map = editing.node(pointer);
  const key = map?.kind === "map" ? map.entries.find((other) => other.keyText === name)?.key : undefined;
  return key === undefined ? 0 : editing.lineEnd(editing.span(key).end);
}

/** Puts a value where nothing stands behind a key or dash. */
function fillEmpty(editing: Editing, pointer: Pointer, empty: YamlNode, value: Written): boolean {
  const { start } = editing.span(empty);
  const glue = /[\s[{,]/.test(editing.text.charAt(start - 1)) ? "" : " ";
  const entry = editing.entry(pointer);
  if (isInFlow(editing, pointer) || isInline(value)) {
    const comment = editing.text.charAt(start) === "#" ? " " : "";
    editing.change({ start, end: start }, glue + flowSource(value) + comment);
  } else if (entry === undefined) {
    const column = editing.column(empty) + glue.length;
    const lines = blockLines(value, indentStep);
    const rest = lines.slice(1).map((line) => editing.eol + " ".repeat(column) + line);
    editing.change({ start, end: start }, glue + (lines[0] ?? "") + rest.join(""));
  } else {
    const at = editing.lineEnd(start);
    const lines = indented(blockLines(value, indentStep), editing.column(entry.key) + indentStep, editing.eol);
    editing.change({ start: at, end: at }, editing.eol + lines);
  }
  return true;
}

/** Writes another value behind a key. False when the entry is not there, or is an alias. */
export function replaceValue(editing: Editing, pointer: Pointer, value: Written): boolean {
  const entry = editing.entry(pointer);
  if (entry === undefined) return false;
  const { node } = entry;
  if (node.kind === "scalar" && node.style === "empty") return fillEmpty(editing, pointer, node, value);
  const span = editing.span(node);
  const below = node.kind !== "scalar" && !node.flow && editing.lineStart(span.start) > editing.span(entry.key).start;
  if (!below && (isInline(value) || isInFlow(editing, pointer.slice(0, -1)))) {
    editing.change(span, flowSource(value));
    return true;
  }
  const from = below
    ? editing.lineEnd(editing.span(entry.key).end)
    : editing.text.indexOf(":", editing.span(entry.key).end) + 1;
  editing.change({ start: from, end: span.end }, "");
  const emptied = editing.entry(pointer);
  return emptied !== undefined && fillEmpty(editing, pointer, emptied.node, value);
}

/** Takes an entry or a list item out, with its line comment. False when it is not there. */
export function remove(editing: Editing, pointer: Pointer): boolean {
  const parent = editing.node(pointer.slice(0, -1));
  const step = pointer.at(-1);
  if (parent?.kind === "map") {
    const entry = editing.entry(pointer);
    if (entry === undefined) return false;
    const at = parent.entries.indexOf(entry);
    const isOwn = (other: MapEntry): boolean => editing.isOwn(parent, other);
    const places = [parent.entries.slice(0, at).findLast(isOwn), entry, parent.entries.slice(at + 1).find(isOwn)].map(
      (other) => other && { start: editing.span(other.key).start, end: editing.span(other.node).end },
    );
    return removeAt(editing, pointer, parent, places);
  }
  if (parent?.kind !== "sequence" || typeof step !== "number" || parent.items[step] === undefined) return false;
  const places = [parent.items[step - 1], parent.items[step], parent.items[step + 1]].map((item) => {
    if (item === undefined) return undefined;
    const { start, end } = editing.span(item);
    return { start: parent.flow ? start : dashBefore(editing.text, start), end };
  });
  return !places.some((place) => place !== undefined && place.start < 0) && removeAt(editing, pointer, parent, places);
}

/** The dash of the item that begins at an offset; -1 where something else stands between them. */
function dashBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && /\s/.test(text.charAt(at))) at--;
  return text.charAt(at) === "-" ? at : -1;
}

/** Takes out what stands at the second of three places: those of its neighbours are beside it, where it has some. */
function removeAt(
  editing: Editing,
  pointer: Pointer,
  parent: MapNode | Extract<YamlNode, { kind: "sequence" }>,
  [before, own, next]: readonly (Span | undefined)[],
): boolean {
  if (own === undefined) return false;
  if (before === undefined && next === undefined) {
    const nothing = parent.kind === "map" ? "{}" : "[]";
    if (pointer.length === 1)
      editing.change({ start: editing.lineStart(own.start), end: editing.nextLine(own.end) }, "");
    else if (parent.flow || editing.entry(pointer.slice(0, -1)) === undefined)
      editing.change(editing.span(parent), nothing);
    else replaceValue(editing, pointer.slice(0, -1), parent.kind === "map" ? {} : []);
    return true;
  }
  if (parent.flow) {
    if (next !== undefined) editing.change({ start: own.start, end: next.start }, "");
    else editing.change({ start: before?.end ?? own.start, end: own.end }, "");
    return true;
  }
  const lineStart = editing.lineStart(own.start);
  const first = editing.text.slice(lineStart, own.start).trim() !== "";
  if (first && next !== undefined) editing.change({ start: own.start, end: next.start }, "");
  else {
    const end = editing.nextLine(own.end);
    const atEnd = editing.text.charAt(end - 1) !== "\n";
    const start = atEnd && lineStart > 0 ? editing.lineEnd(editing.lineStart(lineStart - 1)) : lineStart;
    editing.change({ start, end }, "");
  }
  return true;
}

/** Gives a key another name. */
export function renameKey(editing: Editing, pointer: Pointer, name: string): boolean {
  const entry = editing.entry(pointer);
  if (entry === undefined) return false;
  editing.change(editing.span(entry.key), writeScalar(name));
  return true;
}

/** Writes a value at a key of a map, whether it is there or not. */
export function setEntry(editing: Editing, pointer: Pointer, name: string, value: Written, after?: string): boolean {
  return editing.entry([...pointer, name]) === undefined
    ? insertEntry(editing, pointer, name, value, after)
    : replaceValue(editing, [...pointer, name], value);
}

/** Makes a list item that is a lone text a map that holds the text at `name`. */
export function nameItem(editing: Editing, pointer: Pointer, name: string): boolean {
  const node = editing.node(pointer);
  if (node?.kind === "map") return true;
  if (node?.kind !== "scalar" || node.style === "empty" || node.style === "block") return false;
  const { start, end } = editing.span(node);
  const source = editing.text.slice(start, end);
  if (/[\r\n]/.test(source) || typeof pointer.at(-1) !== "number") return false;
  const kept = node.style === "plain" ? writeScalar(node.text) : source;
  editing.change({ start, end }, isInFlow(editing, pointer) ? `{ ${name}: ${kept} }` : `${name}: ${kept}`);
  return true;
}

/** Appends an item to the list at a pointer, or fills an empty place with a list. */
export function appendItem(editing: Editing, pointer: Pointer, value: Written): boolean {
  const list = editing.node(pointer);
  if (list === undefined) return false;
  if (list.kind === "scalar") return list.style === "empty" && fillEmpty(editing, pointer, list, [value]);
  if (list.kind !== "sequence") return false;
  const last = list.items.at(-1);
  if (last === undefined) return replaceValue(editing, pointer, [value]);
  if (isInFlow(editing, pointer)) {
    const { end } = editing.span(last);
    editing.change({ start: end, end }, `, ${flowSource(value)}`);
    return true;
  }
  const dash = dashBefore(editing.text, editing.span(last).start);
  if (dash === -1) return false;
  const column = dash - editing.lineStart(dash);
  const at = editing.lineEnd(editing.span(last).end);
  editing.change({ start: at, end: at }, editing.eol + indented(blockLines([value], indentStep), column, editing.eol));
  return true;
}
