import { isUnspaced, isWordCode, normalised, type Phrase, type Spelling, spellings } from "./phrase.ts";

/** What a lexicon searches of a text, in UTF-16 code units: what is longer is no label, heading or sentence. */
export const longestSearched = 2_000;
/** How many words `…` stands for at most. */
const widestGap = 12;

const star = 0x2a;
const gap = 0x2026;
const blank = 0x20;
const stop = new Set([".", "!", "?", "。", ";"].map((sign) => sign.charCodeAt(0)));

/** Where spellings that begin alike part. */
class Branch<Tag> {
  readonly next = new Map<number, Branch<Tag>>();
  /** Tags of the spellings that end here; most branches have none. */
  readonly ends: { readonly tag: Tag; readonly at: "word-end" | "text-end" | "anywhere" }[] = [];

  /** Whether a star or a gap follows. */
  jumps = false;

  follow(code: number): Branch<Tag> {
    const known = this.next.get(code);
    if (known !== undefined) return known;
    const made = new Branch<Tag>();
    this.next.set(code, made);
    if (code === star || code === gap) this.jumps = true;
    return made;
  }
}

/**
 * Finds phrases of many lists in a text, in one go: which lists are found, not where. Takes time by the length of the text,
 * whatever the lists, and whatever the text.
 */
export class Lexicon<Tag extends string> {
  /** Spellings that begin with a word, stand anywhere in one, and must begin the text. */
  readonly #words = new Branch<Tag>();
  readonly #inner = new Branch<Tag>();
  readonly #first = new Branch<Tag>();

  /** Lists by their tags; several with one tag, of several languages, are one list. */
  constructor(...lists: readonly Readonly<Partial<Record<Tag, readonly Phrase[]>>>[]) {
    for (const list of lists) {
      for (const tag in list)
        for (const phrase of list[tag] ?? []) for (const one of spellings(phrase)) this.#add(one, tag);
    }
  }

  /** The tags whose phrases stand in a text. */
  tagsOf(text: string): ReadonlySet<Tag> {
    const found = new Set<Tag>();
    const source = searched(text);
    let begun = false;
    let inWord = false;
    for (let at = 0; at < source.length; at++) {
      const code = source.charCodeAt(at);
      const isWord = isWordCode(code);
      if (isWord && !begun) walk(this.#first, source, at, found);
      begun ||= isWord;
      if (!inWord || isUnspaced(code)) walk(this.#words, source, at, found);
      if (isWord && this.#inner.next.size > 0) walk(this.#inner, source, at, found);
      inWord = isWord;
    }
    return found;
  }

  #add({ text, first, last }: Spelling, tag: Tag): void {
    const open = text.startsWith("*");
    let branch = first ? this.#first : open ? this.#inner : this.#words;
    const end = text.endsWith("*") ? text.length - 1 : text.length;
    for (let at = open ? 1 : 0; at < end; at++) branch = branch.follow(text.charCodeAt(at));
    const inside = end < text.length || isUnspaced(text.charCodeAt(end - 1));
    branch.ends.push({ tag, at: last ? "text-end" : inside ? "anywhere" : "word-end" });
  }
}

/** Follows all spellings from a place of a text, and adds the tags of those that end. */
function walk<Tag>(from: Branch<Tag>, source: string, start: number, found: Set<Tag>): void {
  let branch: Branch<Tag> | undefined = from;
  for (let at = start; branch !== undefined; at++) {
    const code = source.charCodeAt(at);
    for (const end of branch.ends) {
      const ends = end.at === "anywhere" || (end.at === "word-end" ? !isWordCode(code) : isEnd(source, at));
      if (ends) found.add(end.tag);
    }
    if (branch.jumps) {
      const any = branch.next.get(star);
      if (any !== undefined) walk(any, source, wordEnd(source, at), found);
      const words = branch.next.get(gap);
      if (words !== undefined) for (const place of wordStarts(source, at)) walk(words, source, place, found);
    }
    branch = branch.next.get(code);
  }
}

/** The end of the word that a place stands in: what a star may stand for ends there. */
function wordEnd(source: string, from: number): number {
  let at = from;
  while (isWordCode(source.charCodeAt(at))) at++;
  return at;
}

/** Where a gap that follows a word may end: at the blank in front of each of the next words of the sentence. */
function* wordStarts(source: string, from: number): Iterable<number> {
  if (isWordCode(source.charCodeAt(from))) return;
  for (let at = from, words = 0; at < source.length && words <= widestGap; at++) {
    const code = source.charCodeAt(at);
    if (stop.has(code)) return;
    if (code !== blank) continue;
    words++;
    yield at;
  }
}

/** Whether nothing but signs stands from a place on. */
function isEnd(source: string, from: number): boolean {
  for (let at = from; at < source.length; at++) if (isWordCode(source.charCodeAt(at))) return false;
  return true;
}

/** Slugs need no work. */
const searched = (text: string): string =>
  /^[0-9a-z-]*$/.test(text)
    ? text.slice(0, longestSearched).replaceAll("-", " ")
    : normalised(text.slice(0, longestSearched).replace(/[*…]/g, ","));
