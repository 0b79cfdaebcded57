/** What a line of YAML opens, read on its own, whatever stands around it. Columns count UTF-16 units from zero. */
export interface YamlLine {
  /** Column of the first character that is no blank; the length of the line where there is none. */
  readonly indent: number;
  /** Nothing stands here but blanks or a comment. */
  readonly empty: boolean;
  /** Columns of the dashes that open items. */
  readonly dashes: readonly number[];
  /** Column of what follows the dashes. */
  readonly column: number;
  readonly key?: YamlKey;
  /** Column of the value: what follows the colon, or the dashes where there is no key. */
  readonly value: number;
}

export interface YamlKey {
  readonly name: string;
  readonly start: number;
  /** Column after its last character (after the closing quote). */
  readonly end: number;
  readonly colon: number;
}

/** Longer lines are read up to here. */
const longestLine = 1000;
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/y;
const plainStart = /[^\s,[\]{}#&*!|>'"%@`]/;

/** Reads a line, without its line break. */
export function readYamlLine(whole: string): YamlLine {
  const text = whole.length > longestLine ? whole.slice(0, longestLine) : whole;
  const indent = skipBlanks(text, 0);
  const dashes: number[] = [];
  let at = indent;
  while (text[at] === "-" && (at + 1 === text.length || isBlank(text[at + 1]))) {
    dashes.push(at);
    at = skipBlanks(text, at + 1);
  }
  const colon = colonOf(text, at);
  const empty = dashes.length === 0 && (at === text.length || text[at] === "#");
  if (colon === undefined) return { indent, empty, dashes, column: at, value: at };
  const source = text.slice(at, colon).trimEnd();
  const found = { name: unquoted(source), start: at, end: at + source.length, colon };
  return { indent, empty, dashes, column: at, key: found, value: skipBlanks(text, colon + 1) };
}

/** Where the colon of the key stands that begins at a column; `undefined` where no key does. */
function colonOf(text: string, start: number): number | undefined {
  const endsAt = (at: number): boolean => text[at] === ":" && (at + 1 === text.length || isBlank(text[at + 1]));
  quoted.lastIndex = start;
  const quotes = quoted.exec(text)?.[0];
  if (quotes !== undefined) {
    const colon = skipBlanks(text, start + quotes.length);
    return endsAt(colon) ? colon : undefined;
  }
  if (!plainStart.test(text.charAt(start))) return undefined;
  for (let at = start + 1; at < text.length; at++) {
    if (endsAt(at)) return at;
    if (text[at] === "#" && isBlank(text[at - 1])) return undefined;
  }
  return undefined;
}

function unquoted(source: string): string {
  const inner = source.slice(1, -1);
  if (source.startsWith('"')) return inner.replace(/\\(["\\/])/g, "$1");
  return source.startsWith("'") ? inner.replace(/''/g, "'") : source;
}

const isBlank = (character: string | undefined): boolean => character === " " || character === "\t";

/** The column of the first character from `at` that is no blank. */
export function skipBlanks(text: string, at: number): number {
  let column = at;
  while (isBlank(text[column])) column++;
  return column;
}

/** The column at which a comment begins, or the length of the line; quotes are respected from `from` on. */
export function commentStart(text: string, from: number): number {
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === "\\" && quote === '"') at++;
      else if (character === quote) quote = "";
    } else if (character === "#" && (at === 0 || isBlank(text[at - 1]))) return at;
    else if ((character === '"' || character === "'") && (at === from || /[\s,[{:]/.test(text[at - 1] ?? ""))) {
      quote = character;
    }
  }
  return text.length;
}
