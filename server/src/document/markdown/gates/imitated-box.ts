import type { Span } from "../../../text/place.ts";
import { invisible } from "../../../text/values/invisible.ts";

/** What a reader takes for a box, and what a box is. */
export interface ImitatedBox extends Span {
  readonly replacement: string;
}

const opening = new Set("[［⟦〚⁅❲〔【⦗⦋");
const closing = new Set("]］⟧〛⁆❳〕】⦘⦌");
const crosses = new Set("xXхХⅹⅩ×✕✖χΧ⨯");
/** Squares that no reader of lists takes for a box. */
const squares = new Set("□▢◻◽▫❏❐❑❒⎕🔲🔳");
const bullets = new Set("-*+•◦‣⁃∙·●○▪");
const dashes = /^[‐‑‒–—―−﹣－]$/u;
const blank = /^[\s\uFFFD]$/u;
const hidden = new RegExp(`^(?:${invisible.source}|\\p{M})$`, "u");
const entities = /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(nbsp|lbrack|lsqb|rbrack|rsqb|zwj|zwnj|shy|ensp|emsp|thinsp));/i;
const named: Readonly<Record<string, string>> = {
  lbrack: "[",
  lsqb: "[",
  rbrack: "]",
  rsqb: "]",
  zwj: "\u200d",
  zwnj: "\u200c",
  shy: "\u00ad",
};
/** No box with all that may hide in it is longer. */
const longest = 60;
const worthALook = /[^\p{ASCII}]|[&\\\v\f]|(?![\t-\r])\p{Cc}|^(?:[-*+][ \t]+)?<input\b/iu;
/** What a page shows as a box. */
const control = /^<input\b[^<>\r\n]{0,300}>/i;

/** A character as it is shown, and the source that writes it. */
interface Sign {
  readonly shown: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The box that a text (an item without its marker, a cell, a line) seems to begin with, where it is none to any tool: with
 * invisible characters, look-alikes, escapes or entities in it. With `marker` also a line that seems to be a list item and is
 * none. `undefined` for real boxes and all else. Offsets count from the start of the text.
 */
export function imitatedBox(text: string, marker: boolean): ImitatedBox | undefined {
  const head = text.slice(0, longest);
  if (!worthALook.test(head)) return undefined;
  const signs = signsOf(head);
  let at = 0;
  const skipHidden = (): void => {
    while (signs[at] !== undefined && hidden.test(signs[at]?.shown ?? "")) at++;
  };
  const skipBlanks = (): void => {
    skipHidden();
    while (blank.test(signs[at]?.shown ?? "") || hidden.test(signs[at]?.shown ?? "")) at++;
  };
  if (marker) skipBlanks();
  else skipHidden();
  let bullet = "";
  const first = signs[at];
  if (marker && first !== undefined && (bullets.has(first.shown) || dashes.test(first.shown))) {
    at++;
    skipBlanks();
    bullet = "- ";
  }
  const open = signs[at];
  if (open === undefined) return undefined;
  const single = marker && bullet === "" ? undefined : singleSign(text, open);
  if (single !== undefined) return { start: 0, end: single.end, replacement: `${bullet}${single.box}` };
  if (!opening.has(open.shown)) return undefined;
  at++;
  let inner = "";
  let hides = false;
  for (; signs[at] !== undefined && !closing.has(signs[at]?.shown ?? ""); at++) {
    const { shown } = signs[at] ?? { shown: "" };
    if (hidden.test(shown) || shown === "\uFFFD") hides = true;
    else inner += blank.test(shown) ? " " : isCross(shown) ? "x" : shown;
  }
  const close = signs[at];
  if (close === undefined || !/^(?: *| *x *)$/.test(inner) || (inner === "" && !hides && open.shown === "["))
    return undefined;
  let { end } = close;
  while (hidden.test(signs[at + 1]?.shown ?? "")) end = signs[++at]?.end ?? end;
  const after = text[end];
  if (after !== undefined && /[([:]/.test(after)) return undefined;
  const box = inner.includes("x") ? "[x]" : "[ ]";
  const gap = after === undefined || /\s/.test(after) ? "" : " ";
  const written = text.slice(0, end);
  return /^(?:[-*+] +)?\[[ xX]\]$/.test(written) || /^[[\] xX]*$/.test(written)
    ? undefined
    : { start: 0, end, replacement: `${bullet}${box}${gap}` };
}

/** A letter in another face (𝐱, ⓧ) is that letter. */
const isCross = (shown: string): boolean => crosses.has(shown) || /^x$/i.test(shown.normalize("NFKC"));

/** A box that is one sign or one element. */
function singleSign(
  text: string,
  { shown, start, end }: Sign,
): { readonly end: number; readonly box: string } | undefined {
  if (squares.has(shown)) {
    const after = /^[\uFE0E\uFE0F]?(?=[ \t\u00A0\u3000])/.exec(text.slice(end, end + 2));
    return after === null ? undefined : { end: end + after[0].length, box: "[ ]" };
  }
  const element = shown === "<" ? control.exec(text.slice(start, start + 320))?.[0] : undefined;
  if (element === undefined || !/\btype\s?=\s?["']?(?:checkbox|radio)\b/i.test(element)) return undefined;
  return { end: start + element.length, box: /\schecked\b/i.test(element) ? "[x]" : "[ ]" };
}

function signsOf(text: string): readonly Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < text.length; ) {
    const entity = text[at] === "&" ? entities.exec(text.slice(at, at + 12)) : null;
    const escaped = text[at] === "\\" && /[[\]]/.test(text[at + 1] ?? "");
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const length = entity?.[0].length ?? (escaped ? 2 : character.length);
    const shown = entity === null ? (escaped ? (text[at + 1] ?? "") : character) : decoded(entity);
    signs.push({ shown, start: at, end: at + length });
    at += length;
  }
  return signs;
}

function decoded([, hex, decimal, name = ""]: RegExpExecArray): string {
  if (hex === undefined && decimal === undefined) return named[name.toLowerCase()] ?? " ";
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point > 0x10ffff ? "\uFFFD" : String.fromCodePoint(point);
}
