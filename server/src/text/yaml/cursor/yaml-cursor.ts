import type { Pointer } from "../../json.ts";
import type { LineIndex, LinePosition } from "../../line-index.ts";
import { type FlowCursor, readFlow } from "./flow-cursor.ts";
import { commentStart, readYamlLine, skipBlanks, type YamlLine } from "./yaml-line.ts";
import { YamlScan } from "./yaml-scan.ts";

/** Where a cursor stands in YAML, also in YAML that does not parse. Columns are those of the cursor's line. */
export interface YamlCursor {
  /**
   * `node`: something new in the value at `pointer`, a key or an item (or the item's own value); `key`: a key of the map at
   * `pointer` that has its colon; `value`: the value at `pointer`; `comment`; `text`: a block scalar.
   */
  readonly where: "node" | "key" | "value" | "comment" | "text";
  readonly pointer: Pointer;
  /** Name of the key, for `key`. */
  readonly name?: string;
  /** Names of the keys that stand beside this place, in the same map. */
  readonly siblings: readonly string[];
  /** What a completion takes the place of. */
  readonly start: number;
  readonly end: number;
  /** Column at which what is written here should begin; the indentation must be corrected where it is not `start`. */
  readonly column: number;
  /** Column of the key whose value is written; what is nested in it is indented from there. */
  readonly keyColumn: number;
  /** The quote that the value is written in, and whether it is closed. */
  readonly quote?: '"' | "'";
  readonly closed: boolean;
  /** It stands in `[…]` or `{…}`. */
  readonly flow: boolean;
  /** A dash stands before it on its line. */
  readonly dash: boolean;
  /** No blank stands between the colon or dash and the cursor. */
  readonly tight: boolean;
}

const plain = { siblings: [], keyColumn: 0, closed: false, flow: false, dash: false, tight: false } as const;

/** Finds where `position` stands, by keys and indentation around it; never parses the text. */
export function yamlCursorAt(text: string, lines: LineIndex, position: LinePosition): YamlCursor {
  const scan = new YamlScan(text, lines);
  const line = scan.text(position.line);
  const at = Math.min(position.character, line.length);
  const read = readYamlLine(line);
  if (at > commentStart(line, read.column)) {
    return { ...plain, where: "comment", pointer: [], start: at, end: at, column: at };
  }
  const { key, dashes } = read;
  if (key !== undefined && at > key.colon) return valueCursor(scan, position.line, line, at, read);
  const column = dashes.length === 0 && read.empty ? at : Math.min(read.column, Math.max(at, read.indent));
  const place = scan.placeOf(position.line, column, dashes, at > (dashes.at(-1) ?? -1));
  if (place.kind === "text") return { ...plain, where: "text", pointer: place.pointer, start: at, end: at, column: at };
  if (place.kind === "flow") return flowCursor(scan, place.line, place.start, place.pointer, position.line, at);
  const behindDash = dashes.length > 0 && at > (dashes.at(-1) ?? 0);
  const first = line[read.column];
  if (behindDash && key === undefined && (first === "[" || first === "{") && at > read.column) {
    return flowCursor(scan, position.line, read.column, place.pointer, position.line, at);
  }
  const siblings = scan.siblingsOf(position.line, place.column, behindDash);
  if (key !== undefined && at >= key.start) {
    return {
      ...plain,
      where: "key",
      pointer: place.pointer,
      name: key.name,
      siblings: siblings.filter((name) => name !== key.name),
      start: key.start,
      end: key.end,
      column: place.column,
    };
  }
  const word = wordAt(line, at, Math.min(read.column, at));
  return {
    ...plain,
    ...word,
    where: "node",
    pointer: place.pointer,
    siblings,
    column: behindDash ? word.start : place.column,
    dash: behindDash,
    tight: behindDash && line[at - 1] === "-",
  };
}

function valueCursor(scan: YamlScan, row: number, line: string, at: number, read: YamlLine): YamlCursor {
  const { key, dashes, column } = read;
  const place = scan.placeOf(row, column, dashes, true);
  const nothing = { ...plain, pointer: place.pointer, start: at, end: at, column: at };
  if (key === undefined || place.kind === "text") return { ...nothing, where: "text" };
  if (place.kind === "flow") return flowCursor(scan, place.line, place.start, place.pointer, row, at);
  const pointer = [...place.pointer, key.name];
  const value = Math.min(read.value, at);
  const first = line[read.value];
  if ((first === "[" || first === "{") && at > read.value) return flowCursor(scan, row, read.value, pointer, row, at);
  if ((first === "|" || first === ">") && at > read.value) return { ...nothing, pointer, where: "text" };
  const siblings = scan.siblingsOf(row, column, dashes.length > 0).filter((name) => name !== key.name);
  return {
    ...plain,
    ...wordAt(line, at, value),
    where: "value",
    pointer,
    siblings,
    column: value,
    keyColumn: key.start,
    tight: line[at - 1] === ":",
  };
}

/** The scalar that `at` stands in, without its quotes, and how it is quoted. */
function wordAt(line: string, at: number, start: number): Pick<YamlCursor, "start" | "end" | "quote" | "closed"> {
  const first = line[start];
  const end = Math.max(at, line.slice(0, commentStart(line, start)).trimEnd().length);
  if ((first !== '"' && first !== "'") || at <= start) return { start, end, closed: false };
  const rest = line.slice(start + 1);
  const close = (first === '"' ? /^(?:[^"\\]|\\.)*"/ : /^(?:[^']|'')*'/).exec(rest)?.[0].length;
  if (close === undefined) return { start: start + 1, end, quote: first, closed: false };
  if (start + close < at) return { start: at, end: at, closed: false };
  return { start: start + 1, end: start + close, quote: first, closed: true };
}

function flowCursor(
  scan: YamlScan,
  first: number,
  from: number,
  pointer: Pointer,
  row: number,
  at: number,
): YamlCursor {
  const before: string[] = [];
  for (let line = first; line < row; line++) before.push(scan.text(line).slice(line === first ? from : 0));
  const line = scan.text(row);
  const start = row === first ? from : 0;
  const found: FlowCursor = readFlow([...before, line.slice(start, at)].join("\n"), line.slice(at));
  const { partial, rest, steps, ...cursor } = found;
  const end = cursor.quote === undefined ? at + rest.trimEnd().length : at + rest.length;
  const wordStart = at - partial.length;
  const column = cursor.quote === undefined ? wordStart : skipBlanks(line, wordStart);
  return {
    ...plain,
    ...cursor,
    pointer: [...pointer, ...steps],
    start: wordStart,
    end: Math.max(at, end),
    column,
    flow: true,
  };
}
