/**
 * A phrase as lists of words write it. Words stand apart by a blank; in the text that is searched blanks, hyphens and low
 * lines may stand between them, so that a phrase finds itself in sentences and in slugs alike. Case does not count.
 *
 * - `verif*` begins a word, `*back` ends one, `*flag*` stands in one;
 * - `roll~back` is one word or two: *rollback*, *roll-back*, *roll back*;
 * - `sign|approve` is either word, `[the|a]` either one or none;
 * - `…` stands for up to twelve words of the same sentence;
 * - `^` at the start and `$` at the end: nothing but signs stands before, or behind.
 *
 * Where a script writes no blanks between words (Chinese, Japanese), a phrase may stand inside a run of letters.
 */
export type Phrase = string;

/** One spelling of a phrase: words, stars and gaps in order, without alternatives. */
interface Spelling {
  /** As `normalised` writes texts; `*` stands for letters and `…` for words. */
  readonly text: string;
  readonly first: boolean;
  readonly last: boolean;
}

/** A text in lower case, with one blank for each run of blanks, hyphens and low lines, and none at its ends. */
const normalised = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[\s_-]+/g, " ")
    .trim();

/** How many spellings a phrase may have. */
const mostSpellings = 256;

/** All spellings of a phrase. Throws where there are more than a list should write in one line. */
export function spellings(phrase: Phrase): readonly Spelling[] {
  const first = phrase.startsWith("^");
  const last = phrase.endsWith("$");
  const words = phrase
    .slice(first ? 1 : 0, last ? -1 : undefined)
    .trim()
    .split(/\s+/);
  let texts: readonly string[] = [""];
  for (const word of words) {
    const optional = word.startsWith("[") && word.endsWith("]");
    const either = (optional ? word.slice(1, -1) : word).split("|").flatMap(joints);
    const next = texts.flatMap((text) => either.map((one) => (text === "" ? one : `${text} ${one}`)));
    texts = optional ? [...texts, ...next] : next;
    if (texts.length > mostSpellings) throw new Error(`More than ${mostSpellings} spellings: ${phrase}`);
  }
  return texts.map((text) => ({ text: normalised(text).replaceAll(" …", "…"), first, last }));
}

/** `roll~back` as one word and as two. */
function joints(word: string): readonly string[] {
  const at = word.indexOf("~");
  if (at === -1) return [word];
  return joints(word.slice(at + 1)).flatMap((rest) => [word.slice(0, at) + rest, `${word.slice(0, at)} ${rest}`]);
}
