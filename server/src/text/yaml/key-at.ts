const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const dash = 45;
const colon = 58;

/** The key of `key: …`: offsets with quotes, and whether nothing but a comment follows the colon. */
export interface Key {
  readonly start: number;
  readonly end: number;
  readonly colon: number;
  readonly alone: boolean;
}

const notPlain = new Set(",[]{}#&*!|>'\"%@`\ufeff\t".split("").map((character) => character.charCodeAt(0)));
const quotes = new Set([34, 39]);
const indicators = new Set([dash, 63, colon]);

/** The plain or simply quoted key that begins at an offset; `undefined` unless it certainly is one. */
export function keyAt(text: string, start: number): Key | undefined {
  const first = text.charCodeAt(start);
  if (quotes.has(first)) return quotedKeyAt(text, start, first);
  if (notPlain.has(first) || indicators.has(first)) return undefined;
  for (let at = start; at - start < 500; at++) {
    const code = text.charCodeAt(at);
    if (code === colon && isSpace(text.charCodeAt(at + 1))) return keyEnding(text, start, at);
    if (code === lineFeed || code === carriageReturn || code === tab || Number.isNaN(code)) return undefined;
    if (code === hash && text.charCodeAt(at - 1) === space) return undefined;
  }
  return undefined;
}

function quotedKeyAt(text: string, start: number, quote: number): Key | undefined {
  for (let at = start + 1; at - start < 500; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      return text.charCodeAt(at + 1) === colon && isSpace(text.charCodeAt(at + 2))
        ? keyEnding(text, start, at + 1)
        : undefined;
    }
    if (code === 92 || code === lineFeed || code === carriageReturn || code === tab || Number.isNaN(code)) {
      return undefined;
    }
  }
  return undefined;
}

function keyEnding(text: string, start: number, colonAt: number): Key {
  let end = colonAt;
  while (text.charCodeAt(end - 1) === space) end--;
  let after = colonAt + 1;
  while (text.charCodeAt(after) === space) after++;
  const code = text.charCodeAt(after);
  const lineEnds =
    code === lineFeed ||
    Number.isNaN(code) ||
    (code === carriageReturn && text.charCodeAt(after + 1) === lineFeed) ||
    code === hash;
  return { start, end, colon: colonAt, alone: lineEnds };
}

/** Whether a character ends an indicator such as `-` or `:`; `NaN` stands for the end of the text. */
export const isSpace = (code: number): boolean =>
  code === space || code === lineFeed || code === carriageReturn || Number.isNaN(code);
