import type { Part } from "../place.ts";
import { emptyNode, type MapEntry, mapNode, sequenceNode, type YamlNode } from "./node.ts";
import { isFlowPlaceholder, plainValue } from "./scalar-value.ts";
import type { Shape } from "./shape.ts";

const space = 32;
const apostrophe = 39;
const comma = 44;
const openList = 91;
const closeList = 93;
const openMap = 123;
const closeMap = 125;

const name = /[\p{L}\p{N}_./<=~$+]/u;

/** A node and the offset at which its text ends. */
interface Read {
  readonly node: YamlNode;
  readonly end: number;
}

/** Reads quoted scalars without escapes and flow collections that stand on one line; `undefined` for any other. */
export class FlowReader {
  readonly #part: Part;
  readonly #text: string;

  constructor(part: Part) {
    this.#part = part;
    this.#text = part.text;
  }

  /** The quoted scalar that begins at an offset. */
  quoted(start: number): Read | undefined {
    const single = this.#text.charCodeAt(start) === apostrophe;
    const mark = single ? "'" : '"';
    let close = this.#text.indexOf(mark, start + 1);
    while (close !== -1 && (single ? this.#text.charCodeAt(close + 1) === apostrophe : isEscaped(this.#text, close))) {
      close = this.#text.indexOf(mark, close + (single ? 2 : 1));
    }
    if (close === -1) return undefined;
    const end = close + 1;
    const source = this.#text.slice(start, end);
    if (/[\n\r]/.test(source)) return undefined;
    const text = single ? source.slice(1, -1).replaceAll("''", "'") : doubleQuoted(source);
    if (text === undefined) return undefined;
    const style = single ? "single" : "double";
    return { node: { part: this.#part, start, end, kind: "scalar", style, text, value: text }, end };
  }

  /** The flow collection that begins at an offset; a lone placeholder where a scalar belongs is read as that. */
  collection(start: number, shape: Shape): Read | undefined {
    const read = this.#text.charCodeAt(start) === openList ? this.#list(start, shape) : this.#map(start, shape);
    if (read === undefined) return undefined;
    const text = this.#text.slice(start, read.end);
    if (!isFlowPlaceholder(text, shape)) return read;
    const { end } = read;
    return { node: { part: this.#part, start, end, kind: "scalar", style: "flow", text, value: text }, end };
  }

  #list(start: number, shape: Shape): Read | undefined {
    const items: YamlNode[] = [];
    let at = this.#skip(start + 1);
    while (this.#text.charCodeAt(at) !== closeList) {
      const item = this.#value(at, shape.item());
      if (item === undefined) return undefined;
      items.push(item.node);
      const next = this.#separator(item.end, closeList);
      if (next === undefined) return undefined;
      at = next;
    }
    const end = at + 1;
    return { node: sequenceNode({ part: this.#part, start, end }, items, true), end };
  }

  #map(start: number, shape: Shape): Read | undefined {
    const entries: MapEntry[] = [];
    let at = this.#skip(start + 1);
    while (this.#text.charCodeAt(at) !== closeMap) {
      const entry = this.#entry(at, shape);
      if (entry === undefined || entries.some((other) => other.keyText === entry.entry.keyText)) return undefined;
      entries.push(entry.entry);
      const next = this.#separator(entry.end, closeMap);
      if (next === undefined) return undefined;
      at = next;
    }
    const end = at + 1;
    return { node: mapNode({ part: this.#part, start, end }, entries, true), end };
  }

  #entry(start: number, shape: Shape): { readonly entry: MapEntry; readonly end: number } | undefined {
    const key = /^[A-Za-z_][\w-]{0,99}(?=:[ ])/.exec(this.#text.slice(start, start + 102))?.[0];
    if (key === undefined) return undefined;
    const end = start + key.length;
    const at = this.#skip(end + 1);
    const code = this.#text.charCodeAt(at);
    const absent = code === comma || code === closeMap;
    const value = absent ? { node: emptyNode(this.#part, at), end: at } : this.#value(at, shape.property(key));
    if (value === undefined) return undefined;
    return { entry: { keyText: key, key: { part: this.#part, start, end }, node: value.node }, end: value.end };
  }

  #value(start: number, shape: Shape): Read | undefined {
    const code = this.#text.charCodeAt(start);
    if (code === openList || code === openMap) return this.collection(start, shape);
    if (code === 34 || code === apostrophe) return this.quoted(start);
    return this.#plain(start, shape);
  }

  #plain(start: number, shape: Shape): Read | undefined {
    if (!name.test(this.#text.charAt(start))) return undefined;
    let end = start;
    for (let at = start; ; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === comma || code === closeList || code === closeMap) break;
      if (code < space || Number.isNaN(code) || code === openList || code === openMap) return undefined;
      const before = this.#text.charAt(at);
      if (before === "#" && this.#text.charCodeAt(at - 1) === space) return undefined;
      if (before === ":" && !name.test(this.#text.charAt(at + 1))) return undefined;
      if (code !== space) end = at + 1;
    }
    const text = this.#text.slice(start, end);
    const value = plainValue(text, shape);
    return { node: { part: this.#part, start, end, kind: "scalar", style: "plain", text, value }, end };
  }

  #skip(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === space) at++;
    return at;
  }

  /** Past a comma, or at the closing bracket; `undefined` where neither follows. */
  #separator(from: number, close: number): number | undefined {
    const at = this.#skip(from);
    const code = this.#text.charCodeAt(at);
    if (code === close) return at;
    return code === comma ? this.#skip(at + 1) : undefined;
  }
}

/** Whether an odd number of backslashes stands before an offset. */
function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}

/** The value of a double-quoted scalar on one line; `undefined` where it has escapes that JSON does not share with YAML. */
function doubleQuoted(source: string): string | undefined {
  if (!source.includes("\\")) return source.slice(1, -1);
  if (/\\[^"\\/bfnrtu]|\p{Cc}/u.test(source.replaceAll("\\\\", ""))) return undefined;
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
