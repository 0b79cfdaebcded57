/** Where the run of characters begins that a text, up to `end`, closes with: its length where the last one does not fit. */
export function runStart(text: string, fits: RegExp, end = text.length): number {
  let start = end;
  while (start > 0 && fits.test(text.charAt(start - 1))) start--;
  return start;
}

/** A stretch in parentheses at the end of a text. */
export interface ClosingNote {
  /** Offset of the blanks before it. */
  readonly start: number;
  /** What stands between the parentheses, as written. */
  readonly text: string;
}

/** The parentheses that a text closes with; those behind a backslash are text, and one pair may hold others. */
export function closingNote(source: string): ClosingNote | undefined {
  if (!source.endsWith(")")) return undefined;
  const opened: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === "\\") at++;
    else if (character === "(") opened.push(at);
    else if (character === ")") {
      const open = opened.pop();
      if (open === undefined || at < source.length - 1) continue;
      return { start: runStart(source, /\s/, open), text: source.slice(open + 1, -1) };
    }
  }
  return undefined;
}
