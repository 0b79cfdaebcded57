/** The number that a heading begins with: `7.`, `2.3`, `4)`. */
export interface HeadingNumber {
  /** Of its digits in the text, without the mark behind them. */
  readonly start: number;
  readonly end: number;
  /** `2.3` → `["2", "3"]`, as written. */
  readonly parts: readonly string[];
  /** What stands behind it: `.`, `)` or nothing. */
  readonly mark: string;
}

/** An emoji (a mis-encoded one too) or emphasis may stand before the number; a bare number begins a title, not a sentence. */
const numbered = /^([^A-Za-z0-9]{0,16}?)(\d{1,2}(?:\.\d{1,2})*)(?:(\\?[.)])(?=\s)|(?=\s+(?![a-z])|(?<=\.\d+)\s))/;

/** Reads the number of a heading, from its title or from its source; `undefined` where it has none. */
export function headingNumber(title: string): HeadingNumber | undefined {
  const match = numbered.exec(title);
  if (match === null) return undefined;
  const [, before = "", digits = "", mark = ""] = match;
  const start = before.length;
  return { start, end: start + digits.length, parts: digits.split("."), mark };
}

/** The number after this one among its siblings: `7. ` → `8. `. */
export function followingNumber({ parts, mark }: HeadingNumber): string {
  const last = Number(parts.at(-1)) + 1;
  return `${[...parts.slice(0, -1), last].join(".")}${mark} `;
}
