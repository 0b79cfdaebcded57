const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const backtick = 96;
const tilde = 126;

/** The line that opens a fence. */
export interface OpenFence {
  /** Code of the character that it is made of. */
  readonly marker: number;
  readonly length: number;
}

/** The fence that opens at an offset: the first character of a line that is no blank. */
export function fenceAt(text: string, at: number): OpenFence | undefined {
  const marker = text.charCodeAt(at);
  if (marker !== backtick && marker !== tilde) return undefined;
  const end = runEnd(text, at, marker);
  if (end - at < 3) return undefined;
  const feed = text.indexOf("\n", end);
  if (marker === backtick && text.slice(end, feed === -1 ? text.length : feed).includes("`")) return undefined;
  return { marker, length: end - at };
}

/** Whether a line (from its first character that is no blank) closes a fence. */
export function closesFence(text: string, at: number, { marker, length }: OpenFence): boolean {
  const end = runEnd(text, at, marker);
  return end - at >= length && isBlankFrom(text, end);
}

/** Whether nothing but blanks stands from an offset to the end of its line. */
export function isBlankFrom(text: string, at: number): boolean {
  for (let pos = at; ; pos++) {
    const code = text.charCodeAt(pos);
    if (code === lineFeed || code === carriageReturn || Number.isNaN(code)) return true;
    if (code !== space && code !== tab) return false;
  }
}

function runEnd(text: string, at: number, marker: number): number {
  let end = at;
  while (text.charCodeAt(end) === marker) end++;
  return end;
}
