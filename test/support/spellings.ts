import type { Phrases } from "../../server/src/words/phrase.ts";

/** The phrases of a list. */
export const phrasesOf = (list: Phrases): readonly string[] =>
  list
    .split(",")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");

/** Every way to write a phrase, `…` as a few words, without `^`, `$` and stars. */
export function spellings(phrase: string): readonly string[] {
  let all: readonly string[] = [""];
  const words = phrase
    .replace(/^\^|\$$/g, "")
    .replace(/…+/g, "some_words")
    .replaceAll("*", "")
    .split(/\s+/);
  for (const word of words) {
    const isOptional = /^\[[^\]]*\]$/.test(word);
    const ways = isOptional ? word.slice(1, -1).split("|").flatMap(joints) : wordSpellings(word);
    const longer = all.flatMap((one) => ways.map((way) => joined(one, way)));
    all = isOptional ? [...all, ...longer] : longer;
  }
  return all.map((one) => one.replaceAll("_", " "));
}

const joined = (before: string, word: string): string =>
  before === "" || before.endsWith("\0") ? before.replace("\0", "") + word : `${before} ${word}`;

/** Of `sign|approve[d]` or `re~deploy`; a word that is joined to the next ends in a zero. */
function wordSpellings(word: string): readonly string[] {
  const alternatives = word.replace(/\[[^\]]*\]/g, (group) => group.replaceAll("|", "\u0001")).split("|");
  return alternatives.flatMap((one) => endings(one).flatMap(joints));
}

function endings(word: string): readonly string[] {
  const group = /\[([^\]]*)\]/.exec(word);
  if (group === null) return [word];
  const [before, after] = [word.slice(0, group.index), word.slice(group.index + group[0].length)];
  return ["", ...(group[1] ?? "").split("\u0001")].flatMap((ending) => endings(before + ending + after));
}

function joints(word: string): readonly string[] {
  const at = word.indexOf("~");
  if (at === -1) return [word];
  if (at === word.length - 1) return [`${word.slice(0, at)}\0`, word.slice(0, at)];
  return joints(word.slice(at + 1)).flatMap((rest) => ["", " ", "-"].map((joint) => word.slice(0, at) + joint + rest));
}
