/** Zero-based line and UTF-16 column, as LSP counts. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** Zero-based position of a UTF-16 offset; offsets outside the text are clamped. */
  position(offset: number): LinePosition;
  /** Offset of a zero-based position; clamped to its line and the text. */
  offset(position: LinePosition): number;
  /** The position itself where the text has it, else the nearest one that it has. */
  within(position: LinePosition): LinePosition;
  /** Offsets of a zero-based line, without its line break. */
  line(line: number): { readonly start: number; readonly end: number };
}

const lineFeed = 10;
const carriageReturn = 13;

/** Offsets of line starts; `\n`, `\r\n` and a lone `\r` end a line, as in LSP. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) starts.push(at + 1);
  }
  return starts;
}

/** Indexes the lines of a text once, so that offsets become positions by binary search. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[line] ?? text.length;
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const lineSpan = (line: number): { start: number; end: number } => {
    const start = startOf(line);
    let end = startOf(line + 1);
    while (end > start && (text.charCodeAt(end - 1) === lineFeed || text.charCodeAt(end - 1) === carriageReturn)) end--;
    return { start, end };
  };
  const position: LineIndex["position"] = (offset) => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = lineOf(clamped);
    return { line, character: clamped - startOf(line) };
  };
  const offset: LineIndex["offset"] = ({ line, character }) => {
    if (line < 0) return 0;
    if (line >= starts.length) return text.length;
    const { start, end } = lineSpan(line);
    return Math.min(start + Math.max(0, character), end);
  };
  return { lineCount: starts.length, position, offset, within: (asked) => position(offset(asked)), line: lineSpan };
}
