import { Lexer } from "yaml";

/**
 * How deep the YAML parser would go into a text, as far as `most` + 1: each open bracket is a level, and so is what each line
 * begins or indents. Never below half of the real depth, whatever is quoted. Linear.
 */
export function yamlNesting(text: string, most: number): number {
  const guess = guessed(text, most);
  return guess <= most ? guess : counted(text, most);
}

/** The lines that stand around a line of block YAML, by their indentation, with the levels that each of them opens. */
class OpenLines {
  depth = 0;
  readonly #open: { readonly indent: number; indicators: number }[] = [];

  /** A line begins that is neither empty nor a comment. */
  open(indent: number): void {
    for (let last = this.#open.at(-1); last !== undefined && last.indent >= indent; last = this.#open.at(-1)) {
      this.#open.pop();
      this.depth -= Math.max(1, last.indicators - 1);
    }
    this.#open.push({ indent, indicators: 0 });
    this.depth++;
  }

  /** A `-`, `?` or `:` of the line; the line and the `:` of its key are one level. */
  indicator(): void {
    const line = this.#open.at(-1);
    if (line !== undefined && ++line.indicators > 2) this.depth++;
  }
}

/** An estimate from above, in one look at each character: takes what is quoted for YAML, and closes no bracket. */
function guessed(text: string, most: number): number {
  const lines = new OpenLines();
  let flow = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= most; at++) {
    const start = at;
    while (text.charCodeAt(at) === space) at++;
    let code = text.charCodeAt(at);
    // Comments and empty lines open nothing, and close nothing either.
    if (at < text.length && code !== lineFeed && code !== carriageReturn && code !== hash) lines.open(at - start);
    for (; at < text.length && code !== lineFeed; code = text.charCodeAt(++at)) {
      if (code === 91 || code === 123) flow++;
      else if ((code === 45 || code === 63 || code === 58) && isBlank(text.charCodeAt(at + 1))) lines.indicator();
    }
    deepest = Math.max(deepest, lines.depth + flow);
  }
  return deepest;
}

/** The same from YAML's own tokens: a bracket in quotes, in a comment or in a block of text is none. */
function counted(text: string, most: number): number {
  const lines = new OpenLines();
  let flow = 0;
  let deepest = 0;
  /** Blanks before the first token of a line; `undefined` behind it. */
  let indent: number | undefined = 0;
  let textNext = false;
  for (const token of new Lexer().lex(text)) {
    if (textNext || isNewline(token)) {
      // The newline of a block of text is part of it.
      if (flow === 0 && token.endsWith("\n")) indent = 0;
      textNext = false;
      continue;
    }
    const first = token.charAt(0);
    if (first === " " || first === "\t") {
      if (indent !== undefined) indent += /^ */.exec(token)?.[0].length ?? 0;
      continue;
    }
    if (token === documentMark || first === "#") continue;
    if (indent !== undefined && flow === 0) lines.open(indent);
    indent = undefined;
    if (token === scalarMark) textNext = true;
    else if (token === flowEndMark) flow = 0;
    else if (token === "[" || token === "{") flow++;
    else if (token === "]" || token === "}") flow = Math.max(0, flow - 1);
    else if (flow === 0 && (token === "-" || token === "?" || token === ":")) lines.indicator();
    deepest = Math.max(deepest, lines.depth + flow);
    if (deepest > most) break;
  }
  return deepest;
}

/** Marks of the lexer that stand for no text. */
const documentMark = "\u0002";
const flowEndMark = "\u0018";
const scalarMark = "\u001f";
const isNewline = (token: string): boolean => token === "\n" || token === "\r\n";

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const isBlank = (code: number): boolean =>
  code === space || code === 9 || code === lineFeed || code === carriageReturn || Number.isNaN(code);
