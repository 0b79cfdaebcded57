import type { Span } from "../place.ts";
import { invisible, withoutInvisible } from "./invisible.ts";
import { withoutLookAlikes } from "./look-alike.ts";

/** Characters that hide in a text, or a word that imitates another. */
export interface Hidden extends Span {
  readonly imitates: boolean;
  /** What its reader sees. */
  readonly replacement: string;
}

const worthALook = new RegExp(`${invisible.source}|[\\u0370-\\u058F]`, "u");
const runs = new RegExp(`(?:${invisible.source})+`, "gu");
const words = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that need joiners, fillers or marks of direction, and signs that are made with them. */
const needsThem =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{M}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Mongolian}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const variation = /^[\uFE00-\uFE0F\u20E3]+$/u;
/** What a sign is not, that a variation could be one of. */
const noSign = /^[\s"':,[{-]?$/;

/**
 * Invisible characters of a text that no script and no emoji of it needs, and words that mix Latin letters with look-alikes.
 * Offsets count from the start of the text.
 */
export function findHidden(text: string): readonly Hidden[] {
  if (!worthALook.test(text)) return [];
  const found: Hidden[] = [];
  const seen = withoutInvisible(text);
  const needed = needsThem.test(seen);
  const nothing = seen.trim() === "";
  for (const { 0: run, index } of text.matchAll(runs)) {
    const varies = variation.test(run) && !noSign.test(text.charAt(index - 1));
    if (!nothing && (needed || varies)) continue;
    found.push({ start: index, end: index + run.length, imitates: false, replacement: "" });
  }
  for (const { 0: word, index } of text.matchAll(words)) {
    const latin = withoutLookAlikes(word);
    if (latin !== word) found.push({ start: index, end: index + word.length, imitates: true, replacement: latin });
  }
  return found;
}
