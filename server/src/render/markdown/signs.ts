/*
 * markdown-it gives no positions within a line. So the source that it reads carries signs where the page shows something of
 * ours: a box in place of `[ ]`, the start and end of a mark. Signs are made of noncharacters (U+FDD0–U+FDEF), which are
 * neither space nor punctuation to Markdown, cannot be written as entities, and are taken out of the source beforehand.
 */

const digitZero = 0xfdd0;
const kinds = { box: "\uFDE2", open: "\uFDE3", close: "\uFDE4", text: "\uFDE5" } as const;
const end = "\uFDEF";
const anySign = /([\uFDE2-\uFDE5])([\uFDD0-\uFDDF]*)\uFDEF/g;

export type SignKind = keyof typeof kinds;

export interface Sign {
  readonly kind: SignKind;
  readonly index: number;
}

/** `text` shows nothing: it only parts what Markdown would join. */
export function sign(kind: SignKind, index: number): string {
  const digits = [...index.toString(16)].map((digit) => String.fromCharCode(digitZero + Number.parseInt(digit, 16)));
  return `${kinds[kind]}${digits.join("")}${end}`;
}

/** A source of equal length in which nothing can be taken for a sign. */
export const withoutForgedSigns = (source: string): string =>
  /[\uFDD0-\uFDEF]/.test(source) ? source.replace(/[\uFDD0-\uFDEF]/g, "\uFFFD") : source;

export const hasSigns = (text: string): boolean => text.includes(end);

export const withoutSigns = (text: string): string => (hasSigns(text) ? text.replace(anySign, "") : text);

/** A text cut at its signs, in order. */
export function splitSigns(text: string): readonly (string | Sign)[] {
  if (!hasSigns(text)) return [text];
  const parts: (string | Sign)[] = [];
  let at = 0;
  for (const match of text.matchAll(anySign)) {
    if (match.index > at) parts.push(text.slice(at, match.index));
    const digits = [...(match[2] ?? "")].map((digit) => (digit.charCodeAt(0) - digitZero).toString(16)).join("");
    parts.push({ kind: kindOf(match[1] ?? ""), index: Number.parseInt(digits || "0", 16) });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

function kindOf(character: string): SignKind {
  if (character === kinds.box) return "box";
  if (character === kinds.open) return "open";
  return character === kinds.close ? "close" : "text";
}
