import type { CST } from "yaml";
import { createLineIndex, type LineIndex } from "../../line-index.ts";
import type { TextChange } from "../../place.ts";

/** Where the lines of a YAML text belong. */
export interface Layout {
  /** Line → indentation, for lines that begin a key or an item. */
  readonly indents: ReadonlyMap<number, number>;
  /** Line → by how much it moves along, for the later lines of a scalar or a flow collection. */
  readonly shifts: ReadonlyMap<number, number>;
  /** Lines of scalars, whose blanks are theirs. */
  readonly scalars: ReadonlySet<number>;
  /** Blanks within lines, in any order. */
  readonly inner: readonly TextChange[];
}

/** Lays out the tokens of one document; `undefined` where they hold what is not laid out (`? key`, several documents). */
export function layOut(tokens: readonly CST.Token[], text: string, step: number): Layout | undefined {
  const documents = tokens.filter((token) => token.type === "document");
  const others = tokens.filter(
    ({ type }) => type !== "document" && type !== "comment" && type !== "newline" && type !== "space",
  );
  const [only] = documents;
  if (only === undefined || documents.length !== 1 || others.length > 0) return undefined;
  const plan = new Plan(text, step);
  if (only.value !== undefined) plan.block(only.value, 0, 0);
  return plan.explicit ? undefined : plan;
}

class Plan implements Layout {
  readonly indents = new Map<number, number>();
  readonly shifts = new Map<number, number>();
  readonly scalars = new Set<number>();
  readonly inner: TextChange[] = [];
  explicit = false;
  readonly #text: string;
  readonly #step: number;
  readonly #lines: LineIndex;

  constructor(text: string, step: number) {
    this.#text = text;
    this.#step = step;
    this.#lines = createLineIndex(text);
  }

  /** Puts a value whose keys or items should stand at `indent`; `delta`: how far the key or dash that holds it moves. */
  block(token: CST.Token, indent: number, delta: number): void {
    switch (token.type) {
      case "block-map":
        for (const item of token.items) this.#pair(item, indent);
        break;
      case "block-seq":
        for (const item of token.items) this.#item(item, indent);
        break;
      case "flow-collection":
        this.#flow(token, delta);
        break;
      case "block-scalar":
        this.#later(token.offset, token.offset + lengthOf(token.props) + token.source.length, delta, true);
        break;
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        this.#later(token.offset, token.offset + token.source.length, delta, true);
        break;
      default:
        break;
    }
  }

  #pair({ start, key, sep, value }: CST.BlockMap["items"][number], indent: number): void {
    if (start.some(({ type }) => type === "explicit-key-ind")) this.explicit = true;
    const lead = start.find(isContent)?.offset ?? key?.offset;
    if (lead === undefined) return;
    const moved = this.#lead(lead, indent);
    if (key !== undefined && key !== null) this.block(key, indent, moved);
    this.#blanks(sep ?? []);
    if (value === undefined) return;
    const below = this.#line(value.offset) !== this.#line(lead);
    this.#own(sep ?? [], value, below, indent, moved);
  }

  #item({ start, value }: CST.BlockSequence["items"][number], indent: number): void {
    const dash = start.find(({ type }) => type === "seq-item-ind");
    if (dash === undefined) return;
    const moved = this.#lead(dash.offset, indent);
    const after = start.slice(start.indexOf(dash));
    if (value === undefined) return;
    const below = this.#line(value.offset) !== this.#line(dash.offset);
    if (!below) this.#blanks(after);
    const compact = isBlock(value) && !below;
    if (compact) this.block(value, indent + 2, moved);
    else this.#own(after, value, below, indent, moved);
  }

  /** A value after its colon or dash; on a line below it stands one step deeper. */
  #own(before: readonly CST.SourceToken[], value: CST.Token, below: boolean, indent: number, moved: number): void {
    const inner = indent + this.#step;
    if (isBlock(value)) {
      this.block(value, inner, moved);
      return;
    }
    if (below) {
      const first =
        before.findLast(({ type }) => type === "newline") === undefined ? value.offset : this.#firstOn(value.offset);
      const line = this.#line(first);
      const column = this.#indentOf(line);
      this.indents.set(line, inner);
      this.block(value, inner, inner - column);
    } else this.block(value, inner, moved);
  }

  /** Sets the indentation of a line that begins with a key or dash; answers how far that moves. */
  #lead(offset: number, indent: number): number {
    const line = this.#line(offset);
    const { start } = this.#lines.line(line);
    if (this.#text.slice(start, offset).trim() === "") this.indents.set(line, indent);
    return indent - (offset - start);
  }

  /** The lines of a token after its first. */
  #later(start: number, end: number, delta: number, scalar: boolean): void {
    const first = this.#line(start);
    const last = this.#line(Math.max(start, end - 1));
    for (let line = first + 1; line <= last; line++) {
      this.shifts.set(line, delta);
      if (scalar) this.scalars.add(line);
    }
    if (scalar && last > first) this.scalars.add(first);
  }

  #flow(token: CST.FlowCollection, delta: number): void {
    const last = token.end.find(isClosing);
    const end = last === undefined ? token.offset : last.offset + last.source.length;
    const source = this.#text.slice(token.offset, end);
    if (source.includes("\n") || source.includes("#")) {
      this.#later(token.offset, end, delta, true);
      return;
    }
    const written = writeFlow(token);
    if (written === undefined) this.explicit = true;
    else if (written !== source) this.inner.push({ start: token.offset, end, text: written });
  }

  /** No blank before a colon, one after it or after a dash, where a value follows on the line. */
  #blanks(tokens: readonly CST.SourceToken[]): void {
    for (const [index, { type, offset, source }] of tokens.entries()) {
      if (type !== "space" || /[\r\n]/.test(this.#text.charAt(offset - 1))) continue;
      const next = tokens[index + 1];
      if (next?.type === "newline" || next?.type === "comment") continue;
      const text = next?.type === "map-value-ind" ? "" : " ";
      if (source !== text) this.inner.push({ start: offset, end: offset + source.length, text });
    }
  }

  #firstOn(offset: number): number {
    const { start } = this.#lines.line(this.#line(offset));
    return start + this.#indentOf(this.#line(offset));
  }

  #indentOf(line: number): number {
    const { start, end } = this.#lines.line(line);
    const text = this.#text.slice(start, end);
    return text.length - text.trimStart().length;
  }

  #line(offset: number): number {
    return this.#lines.position(offset).line;
  }
}

const isBlock = ({ type }: CST.Token): boolean => type === "block-map" || type === "block-seq";

const isContent = ({ type }: CST.SourceToken): boolean => type === "anchor" || type === "tag";

const lengthOf = (tokens: readonly CST.Token[]): number =>
  tokens.reduce((length, token) => length + ("source" in token ? token.source.length : 0), 0);

/** A flow collection on one line with its usual blanks: `{ a: 1 }`, `[a, b]`; `undefined` for what is unusual. */
function writeFlow({ start, items, end }: CST.FlowCollection): string | undefined {
  const parts: string[] = [];
  for (const item of items) {
    const part = writeItem(item);
    if (part === undefined) return undefined;
    if (part !== "" || item.key !== undefined || item.value !== undefined) parts.push(part);
  }
  const close = end.find(isClosing);
  if (close === undefined) return undefined;
  const comma = isTrailing(items.at(-1)) ? "," : "";
  const inner = parts.join(", ") + comma;
  if (inner === "") return `${start.source}${close.source}`;
  return start.source === "{" ? `{ ${inner} }` : `[${inner}]`;
}

const isClosing = ({ source }: CST.SourceToken): boolean => source === "}" || source === "]";

/** Nothing but a comma before the closing bracket. */
const isTrailing = (item: CST.FlowCollection["items"][number] | undefined): boolean =>
  item?.start.some(({ type }) => type === "comma") === true &&
  item.key === undefined &&
  item.value === undefined &&
  item.sep === undefined;

function writeItem({ start, key, sep, value }: CST.FlowCollection["items"][number]): string | undefined {
  if (start.some(({ type }) => type === "explicit-key-ind")) return undefined;
  const before = start.filter(isContent).map(({ source }) => `${source} `);
  const named = key === undefined || key === null ? "" : writeToken(key);
  const written = value === undefined ? "" : writeToken(value);
  if (named === undefined || written === undefined) return undefined;
  const colon = sep?.some(({ type }) => type === "map-value-ind") ?? false;
  const props = sep?.filter(isContent).map(({ source }) => ` ${source}`) ?? [];
  const middle = colon ? `:${props.join("")}${written === "" ? "" : " "}` : props.join("");
  return `${before.join("")}${named}${middle}${written}`;
}

function writeToken(token: CST.Token): string | undefined {
  if (token.type === "flow-collection") return writeFlow(token);
  return "source" in token && token.type !== "block-scalar" ? token.source : undefined;
}
