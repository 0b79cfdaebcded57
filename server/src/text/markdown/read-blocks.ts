import { markdownNesting } from "../guard.ts";
import { lazy } from "../lazy.ts";
import type { Span } from "../place.ts";
import { runStart } from "../values/text-end.ts";
import type { Block, Cell, Definition, Fence, Heading, Html, Item, PartBlocks, Stretch } from "./blocks.ts";
import { closesFence } from "./fence-lines.ts";
import { createMarkdownParser } from "./markdown-parser.ts";
import { splitRow } from "./split-row.ts";

/** Made when the first text is read: a run that reads no Markdown needs none. */
const parser = lazy(() => createMarkdownParser({ maxNesting: markdownNesting }));
type Parser = ReturnType<typeof parser>;
type Tokens = ReturnType<Parser["parse"]>;
type Token = Tokens[number];

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The label of a link reference, as CommonMark compares them. */
export const normaliseLabel = (label: string): string => label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();

/**
 * The blocks of a part of Markdown. markdown-it decides which lines make which block; where their text stands is read from
 * the source. Spans count from the start of the part.
 */
export function readBlocks(text: string): PartBlocks {
  return new BlockReader(text).read();
}

class BlockReader {
  readonly #text: string;
  /** Offsets of line starts, and the end of the text. */
  readonly #starts: readonly number[];
  readonly #covered: Uint8Array;
  readonly #stretches: { heading?: Heading; blocks: Block[] }[] = [{ blocks: [] }];
  readonly #prose: Span[] = [];
  readonly #innerHeadings: Span[] = [];
  #unread: Span | undefined;
  readonly #items: { item: Writable<Item>; line: number; filled: boolean }[] = [];
  readonly #lists: { ordered: boolean; id: number }[] = [];
  #listCount = 0;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
    this.#covered = new Uint8Array(this.#starts.length);
  }

  read(): PartBlocks {
    const tokens: Tokens = [];
    const environment: Parameters<Parser["parse"]>[1] = {};
    parser().block.parse(normalise(this.#text), parser(), environment, tokens);
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (token !== undefined) index = this.#take(tokens, token, index);
    }
    const definitions = environment.references === undefined ? [] : this.#definitions();
    const stretches: readonly Stretch[] = this.#stretches.filter(({ blocks }, index) => index > 0 || blocks.length > 0);
    const prose = environment.references === undefined ? this.#prose : this.#prose.sort((a, b) => a.start - b.start);
    const unread = this.#unread === undefined ? {} : { unread: this.#unread };
    return { stretches, definitions, innerHeadings: this.#innerHeadings, prose, ...unread };
  }

  /** Takes one token; answers the index of the last token that it used. */
  #take(tokens: Tokens, token: Token, index: number): number {
    const next = tokens[index + 1];
    if (token.level >= markdownNesting - 1 && isContainer(token)) this.#passOver(token.map?.[0] ?? 0);
    switch (token.type) {
      case "heading_open":
        this.#heading(token, next?.content ?? "");
        return index + 1;
      case "paragraph_open":
        this.#paragraph(next?.content ?? "", token.map ?? [0, 0]);
        return index + 1;
      case "bullet_list_open":
      case "ordered_list_open":
        this.#lists.push({ ordered: token.type === "ordered_list_open", id: this.#listCount++ });
        return index;
      case "bullet_list_close":
      case "ordered_list_close":
        this.#lists.pop();
        return index;
      case "list_item_open":
        this.#openItem(token.map?.[0] ?? 0);
        return index;
      case "list_item_close":
        this.#closeItem();
        return index;
      case "fence":
      case "code_block":
        this.#fence(token);
        return index;
      case "table_open":
        return this.#table(tokens, token, index);
      case "html_block":
        this.#html(token);
        return index;
      case "hr":
        this.#cover(token.map);
        this.#push({ type: "rule" });
        return index;
      default:
        return index;
    }
  }

  /** Notes the first line of which the parser reads only the marker. */
  #passOver(line: number): void {
    const start = this.#starts[line] ?? 0;
    this.#unread ??= { start, end: start + this.#line(line).trimEnd().length };
  }

  #push(block: Block): void {
    this.#stretches.at(-1)?.blocks.push(block);
  }

  #cover(map: readonly [number, number] | null): void {
    if (map !== null) this.#covered.fill(1, map[0], map[1]);
  }

  #line(line: number): string {
    return this.#text.slice(this.#starts[line] ?? this.#text.length, this.#starts[line + 1] ?? this.#text.length);
  }

  /** From the start of the first line to the end of the last, without its line break. */
  #wholeLines(map: readonly [number, number] | null): Span {
    const [from, to] = map ?? [0, 0];
    const start = this.#starts[from] ?? this.#text.length;
    return { start, end: start + this.#text.slice(start, this.#starts[to]).replace(/\r?\n?$/, "").length };
  }

  /** The span of the end of a line that reads `content`, however it is indented, listed or quoted. */
  #suffix(line: number, content: string): Span {
    const start = this.#starts[line] ?? this.#text.length;
    const end = start + this.#line(line).trimEnd().length;
    return { start: Math.max(start, end - content.trim().length), end };
  }

  #lines(content: string, first: number): readonly Span[] {
    return content.split("\n").map((line, offset) => this.#suffix(first + offset, line));
  }

  #addProse(lines: readonly Span[]): void {
    const first = lines[0];
    const last = lines.at(-1);
    if (first !== undefined && last !== undefined) this.#prose.push({ start: first.start, end: last.end });
  }

  #heading(token: Token, content: string): void {
    const [from, to] = token.map ?? [0, 0];
    this.#cover(token.map);
    const text = this.#headingText(token, content, from);
    this.#prose.push(text);
    if (token.level > 0) {
      this.#innerHeadings.push(text);
      this.#fillItem([text]);
      return;
    }
    const start = this.#starts[from] ?? 0;
    const end = start + this.#text.slice(start, this.#starts[to]).trimEnd().length;
    const heading = { level: Number(token.tag.slice(1)), text, line: { start, end } };
    this.#stretches.push({ heading, blocks: [] });
  }

  #headingText(token: Token, content: string, from: number): Span {
    if (!token.markup.startsWith("#")) {
      const lines = this.#lines(content, from);
      return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
    }
    const lineStart = this.#starts[from] ?? 0;
    const line = this.#line(from);
    const hashes = line.indexOf(token.markup) + token.markup.length;
    const found = content === "" ? -1 : line.replace(/\0/g, "\uFFFD").indexOf(content, hashes);
    const at = lineStart + (found === -1 ? hashes : found);
    return { start: at, end: at + (found === -1 ? 0 : content.length) };
  }

  #paragraph(content: string, map: readonly [number, number]): void {
    this.#cover([map[0], map[1]]);
    const lines = this.#lines(content, map[0]);
    this.#addProse(lines);
    if (this.#fillItem(lines)) return;
    const item = this.#items.at(-1)?.item;
    this.#push(item === undefined ? { type: "paragraph", lines } : { type: "paragraph", lines, item });
  }

  /** Gives the first paragraph of an item to the item. */
  #fillItem(lines: readonly Span[]): boolean {
    const open = this.#items.at(-1);
    if (open === undefined || open.filled) return false;
    open.item.lines = lines;
    open.filled = true;
    return true;
  }

  #openItem(line: number): void {
    const list = this.#lists.at(-1);
    const parent = this.#items.at(-1)?.item;
    const item: Writable<Item> = {
      type: "item",
      ordered: list?.ordered ?? false,
      list: list?.id ?? 0,
      lines: [],
      ...(parent === undefined ? {} : { parent }),
    };
    this.#items.push({ item, line, filled: false });
    this.#push(item);
  }

  /** An item whose text CommonMark takes for a link definition (`- [BUG-1]: [Description]`) still has its line. */
  #closeItem(): void {
    const open = this.#items.pop();
    if (open === undefined || open.filled || this.#covered[open.line] === 1) return;
    const match = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+(?=\[)/.exec(this.#line(open.line));
    if (match === null) return;
    const text = this.#line(open.line).slice(match[0].length);
    if (isDefinedText(text)) open.item.lines = [this.#suffix(open.line, text)];
  }

  #fence(token: Token): void {
    this.#cover(token.map);
    const first = (token.map?.[0] ?? 0) + (token.type === "fence" ? 1 : 0);
    const content = token.content.endsWith("\n") ? token.content.slice(0, -1) : token.content;
    const body =
      token.content === "" ? [] : content.split("\n").map((line, offset) => this.#codeLine(first + offset, line));
    const language = token.type === "fence" ? (token.info.trim().split(/[\s,{]/)[0] ?? "").toLowerCase() : "indented";
    this.#fillItem([]);
    const item = this.#items.at(-1)?.item;
    const unclosed = token.type === "fence" && !this.#isClosed(token);
    const whole = this.#wholeLines(token.map);
    const last = (token.map?.[1] ?? 0) >= this.#starts.length - 1;
    const at = unclosed && last ? { ...whole, end: this.#text.length } : whole;
    const fence: Fence = { type: "fence", language, body, at, ...(unclosed ? { unclosed: token.markup } : {}) };
    this.#push(item === undefined ? fence : { ...fence, item });
  }

  /** Whether the last line of a fence closes it. */
  #isClosed({ map, markup }: Token): boolean {
    const [from, to] = map ?? [0, 0];
    const start = this.#starts[to - 1] ?? 0;
    const blanks = /^[ \t>]*/.exec(this.#line(to - 1))?.[0].length ?? 0;
    const fence = { marker: markup.charCodeAt(0), length: markup.length };
    return to - from > 1 && closesFence(this.#text, start + blanks, fence);
  }

  /** A line of code keeps its own indentation, as far as the source has it. */
  #codeLine(line: number, content: string): Span {
    const start = this.#starts[line] ?? this.#text.length;
    const end = start + runStart(this.#line(line), /[\r\n]/);
    return { start: Math.max(start, end - content.length), end };
  }

  #html(token: Token): void {
    this.#cover(token.map);
    const [from, to] = token.map ?? [0, 0];
    const item = this.#items.at(-1)?.item;
    const html: Html = { type: "html", start: this.#starts[from] ?? 0, end: this.#starts[to] ?? this.#text.length };
    this.#push(item === undefined ? html : { ...html, item });
  }

  #table(tokens: Tokens, token: Token, index: number): number {
    this.#cover(token.map);
    let close = index;
    let columns = 0;
    for (; tokens[close]?.type !== "table_close"; close++) if (tokens[close]?.type === "th_open") columns++;
    const [from, to] = token.map ?? [0, 0];
    const nested = token.level > 0;
    const rowAt = (line: number): readonly Cell[] => {
      const row = this.#rowSpan(line, nested);
      this.#prose.push(row);
      return splitRow(this.#text, row, columns);
    };
    const header = rowAt(from);
    const headerLine = this.#rowSpan(from, nested);
    const rows: (readonly Cell[])[] = [];
    for (let line = from + 2; line < to; line++) rows.push(rowAt(line));
    this.#fillItem([]);
    const item = this.#items.at(-1)?.item;
    this.#push({
      type: "table",
      header,
      headerLine,
      rows,
      at: this.#wholeLines(token.map),
      ...(item === undefined ? {} : { item }),
    });
    return close;
  }

  #rowSpan(line: number, nested: boolean): Span {
    const text = this.#line(line);
    const prefix =
      (nested ? /^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))[ \t]*)*/ : /^[ \t]*/).exec(text)?.[0] ?? "";
    const start = (this.#starts[line] ?? 0) + prefix.length;
    return { start, end: Math.max(start, (this.#starts[line] ?? 0) + text.trimEnd().length) };
  }

  /** Lines that no block covers are blank or define link references. */
  #definitions(): readonly Definition[] {
    const definitions: Definition[] = [];
    this.#starts.forEach((start, line) => {
      if (this.#covered[line] === 1) return;
      const match = definition.exec(this.#line(line));
      if (match === null) return;
      const at = start + (match[1] ?? "").length;
      const target = at + (match[2] ?? "").length;
      if ((match[4] ?? "").startsWith("["))
        this.#prose.push({ start: at, end: start + this.#line(line).trimEnd().length });
      else {
        const length = (match[4] ?? "").length;
        definitions.push({ label: normaliseLabel(match[3] ?? ""), target: { start: target, end: target + length } });
      }
    });
    return definitions;
  }
}

const definition = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(\[((?:[^\][\\\r\n]|\\.)+)\]:[ \t]*)(\S*)/;
const isContainer = ({ type }: Token): boolean => type === "blockquote_open" || type === "list_item_open";
const isDefinedText = (text: string): boolean => (definition.exec(text)?.[4] ?? "").startsWith("[");

/** The source as markdown-it's block parser wants it; of equal length but for `\r\n`. */
const normalise = (text: string): string =>
  /[\r\0]/.test(text) ? text.replace(/\r\n?/g, "\n").replace(/\0/g, "\uFFFD") : text;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes("\r")) {
    for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
    return starts;
  }
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
