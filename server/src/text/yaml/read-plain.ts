import type { Part } from "../place.ts";
import { keyAt } from "./key-at.ts";
import { emptyNode, type MapEntry, mapNode, sequenceNode, type YamlNode } from "./node.ts";
import { readBlockScalar } from "./read-block-scalar.ts";
import { FlowReader } from "./read-flow.ts";
import { plainValue } from "./scalar-value.ts";
import type { Shape } from "./shape.ts";

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quotationMark = 34;
const hash = 35;
const apostrophe = 39;
const dash = 45;
const colon = 58;

/** First characters that begin something else than a plain scalar, or need a closer look. */
const notPlain = new Set("[]{},#&*!|>'\"%@`-?:".split("").map((character) => character.charCodeAt(0)));

/** What is not read here: tabs, lone carriage returns, byte order marks. */
const unusual = /[\t\ufeff]|\r(?!\n)/;

/** A node and the offset at which its text ends. */
interface Read {
  readonly node: YamlNode;
  readonly end: number;
}

/**
 * Reads the plain part of YAML that manifests are mostly written in: block maps and lists, scalars on one line, short flow
 * collections, comments. What it reads, it reads as the YAML parser does, some twenty times faster.
 *
 * `undefined` for everything else, errors included: then the parser has to look.
 */
export function readPlain(part: Part, shape: Shape): YamlNode | undefined {
  const bom = part.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (bom === 1 || unusual.test(part.text)) return undefined;
  return new PlainReader(part).read(shape);
}

class PlainReader {
  readonly #part: Part;
  readonly #text: string;
  readonly #flow: FlowReader;
  /** Where the content of the current line begins, and in which column. */
  #at = 0;
  #column = -1;
  #lineEnd = -1;
  #failed = false;

  constructor(part: Part) {
    this.#part = part;
    this.#text = part.text;
    this.#flow = new FlowReader(part);
  }

  read(shape: Shape): YamlNode | undefined {
    if (!this.#next()) return undefined;
    if (this.#column === 0 && this.#text.startsWith("---", this.#at)) return undefined;
    const node = this.#block(shape);
    return this.#failed || this.#column !== -1 ? undefined : node;
  }

  /** Goes to the next line with content; false, and column -1, at the end. */
  #next(): boolean {
    const text = this.#text;
    let start = this.#lineEnd + 1;
    while (start < text.length) {
      let at = start;
      while (text.charCodeAt(at) === space) at++;
      let end = text.indexOf("\n", at);
      if (end === -1) end = text.length;
      const code = text.charCodeAt(at);
      if (at < end && code !== hash && code !== carriageReturn) {
        this.#at = at;
        this.#column = at - start;
        this.#lineEnd = end;
        return true;
      }
      start = end + 1;
    }
    this.#column = -1;
    this.#lineEnd = text.length;
    return false;
  }

  #fail(): undefined {
    this.#failed = true;
    return undefined;
  }

  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === dash && this.#endsToken(this.#at + 1);
  }

  #endsToken(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return code === space || code === lineFeed || code === carriageReturn || Number.isNaN(code);
  }

  /** The block collection that begins at the current position. */
  #block(shape: Shape): YamlNode | undefined {
    return this.#isDash() ? this.#sequence(shape) : this.#map(shape);
  }

  #sequence(shape: Shape): YamlNode | undefined {
    const column = this.#column;
    const start = this.#at;
    const items: YamlNode[] = [];
    let end = start;
    while (this.#column === column && this.#isDash()) {
      const item = this.#item(column, shape.item());
      if (item === undefined) return undefined;
      items.push(item);
      end = item.end;
    }
    if (this.#column > column) return this.#fail();
    return sequenceNode({ part: this.#part, start, end }, items, false);
  }

  #item(column: number, shape: Shape): YamlNode | undefined {
    const after = this.#skipSpaces(this.#at + 1);
    if (this.#isLineEnd(after)) return this.#below(column, after, shape, false);
    const code = this.#text.charCodeAt(after);
    if (code !== dash || !this.#endsToken(after + 1)) {
      if (keyAt(this.#text, after) === undefined) return this.#inline(column, after, shape);
    }
    this.#column = column + after - this.#at;
    this.#at = after;
    return this.#block(shape);
  }

  #map(shape: Shape): YamlNode | undefined {
    const column = this.#column;
    const start = this.#at;
    const entries: MapEntry[] = [];
    let seen: Set<string> | undefined;
    let end = start;
    while (this.#column === column) {
      const key = keyAt(this.#text, this.#at);
      if (key === undefined) {
        if (entries.length > 0 && this.#isDash()) break;
        return this.#fail();
      }
      const quoted =
        this.#text.charCodeAt(key.end - 1) === this.#text.charCodeAt(key.start) && isQuote(this.#text, key.start);
      const keyText = quoted ? this.#text.slice(key.start + 1, key.end - 1) : this.#text.slice(key.start, key.end);
      if (entries.length > 8) seen ??= new Set(entries.map((entry) => entry.keyText));
      if (keyText === "<<" || (seen?.has(keyText) ?? entries.some((entry) => entry.keyText === keyText))) {
        return this.#fail();
      }
      seen?.add(keyText);
      const node = this.#value(column, key.colon + 1, shape.property(keyText));
      if (node === undefined) return undefined;
      entries.push({ keyText, key: { part: this.#part, start: key.start, end: key.end }, node });
      end = node.end;
    }
    if (this.#column > column) return this.#fail();
    return mapNode({ part: this.#part, start, end }, entries, false);
  }

  #value(column: number, from: number, shape: Shape): YamlNode | undefined {
    const after = this.#skipSpaces(from);
    return this.#isLineEnd(after) ? this.#below(column, after, shape, true) : this.#inline(column, after, shape);
  }

  /** What stands on the lines below a key or dash that ends its line; nothing, when they are not indented deeper. */
  #below(column: number, after: number, shape: Shape, ofKey: boolean): YamlNode | undefined {
    const touching = this.#text.charCodeAt(after) === hash && !this.#endsToken(after + 1);
    this.#next();
    if (this.#column > column || (ofKey && this.#column === column && this.#isDash())) return this.#block(shape);
    return touching ? this.#fail() : emptyNode(this.#part, after);
  }

  #inline(column: number, start: number, shape: Shape): YamlNode | undefined {
    const code = this.#text.charCodeAt(start);
    if (code === 124 || code === 62) return this.#blockScalar(column, start);
    const read = this.#scalar(start, shape);
    if (read === undefined || !this.#isLineEnd(this.#skipSpaces(read.end))) return this.#fail();
    if (this.#text.charCodeAt(this.#skipSpaces(read.end)) === hash && this.#text.charCodeAt(read.end) === hash) {
      return this.#fail();
    }
    this.#next();
    return this.#column > column ? this.#fail() : read.node;
  }

  #blockScalar(column: number, start: number): YamlNode | undefined {
    const read = readBlockScalar(this.#text, start, column);
    if (read === undefined) return this.#fail();
    this.#lineEnd = read.lineEnd;
    this.#next();
    const { value, end } = read;
    return { part: this.#part, start, end, kind: "scalar", style: "block", text: value, value };
  }

  #scalar(start: number, shape: Shape): Read | undefined {
    const code = this.#text.charCodeAt(start);
    if (code === quotationMark || code === apostrophe) return this.#flow.quoted(start);
    if (code === 91 || code === 123) return this.#flow.collection(start, shape);
    if (notPlain.has(code) && !((code === dash || code === colon || code === 63) && !this.#endsToken(start + 1))) {
      return undefined;
    }
    return this.#plain(start, shape);
  }

  #plain(start: number, shape: Shape): Read | undefined {
    const text = this.#text;
    let end = start;
    for (let at = start; at < this.#lineEnd; at++) {
      const code = text.charCodeAt(at);
      if (code === colon && this.#endsToken(at + 1)) return undefined;
      if (code === hash && text.charCodeAt(at - 1) === space) break;
      if (code !== space && code !== carriageReturn) end = at + 1;
    }
    const source = text.slice(start, end);
    const value = plainValue(source, shape);
    return { node: { part: this.#part, start, end, kind: "scalar", style: "plain", text: source, value }, end };
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.#text.charCodeAt(at) === space) at++;
    return at;
  }

  /** True where nothing but a comment stands before the end of the line. */
  #isLineEnd(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return code === hash || code === lineFeed || code === carriageReturn || Number.isNaN(code);
  }
}

const isQuote = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === quotationMark || code === apostrophe;
};
