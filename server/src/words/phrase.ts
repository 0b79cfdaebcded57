/**
 * Phrases with commas between them, as lists of words write them: `rollback, back out, undo`. Words of a phrase stand apart by
 * a blank; where it is looked for, hyphens do as well, so that it finds itself in sentences and in slugs alike.
 * Case does not count. A phrase is whole words unless a star says otherwise.
 *
 * - `verif*` begins a word, `*back` ends one, `*flag*` stands in one;
 * - `roll~back` is one word or two: *rollback*, *roll-back*, *roll back*; `pre~ release|launch` joins the next word so;
 * - `sign|approve` is either word, and one of them may be of several: `once|as_soon_as`;
 * - `[the|a]` is either word or none, `test[s|ed]` a word with either ending or none;
 * - `…` stands for up to 60 characters of the same sentence, or none, `……` for up to 160;
 * - `^` at the start: it begins a sentence, or the text; `$` at the end: nothing but signs stands behind.
 *
 * Where a script writes no blanks between words (Chinese, Japanese), a phrase may stand inside a run of letters.
 */
export type Phrases = string;

/** How the texts are written that phrases are looked for in. */
export interface Writing {
  /** Patterns of what stands for the blank of a phrase, and for its `~`. */
  readonly blank: string;
  readonly joint: string;
  /** Patterns of where a word begins and ends, of what `^`, `$` and `…` say, and of the rest of a word. */
  readonly begin: string;
  readonly end: string;
  readonly first: string;
  readonly last: string;
  readonly rest: string;
  /** A sign as a pattern. */
  readonly sign: (sign: string) => string;
}

export const inSlugs: Writing = {
  blank: "-",
  joint: "-?",
  begin: "(?:^|-)",
  end: "(?:-|$)",
  first: "^",
  last: "$",
  rest: "[^-]*",
  sign: (sign) => (sign === "'" ? "" : "-"),
};

/** Letters and digits, those of scripts below U+2000 included: Latin, Greek, Cyrillic … */
const letter = "\\w\\u00c0-\\u1fff";

export const inTexts: Writing = {
  blank: "[\\s-]+",
  joint: "[\\s-]?",
  begin: `(?<![${letter}])`,
  end: `(?![${letter}])`,
  first: `(?:^|[.;]\\s)[^${letter}]{0,9}`,
  last: `[^${letter}]{0,9}$`,
  rest: `[${letter}]*`,
  sign: (sign) => (sign === "'" ? "['’]" : /[.+?$^(){}/\\]/.test(sign) ? `\\${sign}` : sign),
};

/** The start of a text, where marks of emphasis may stand beside a word: `_None_`. */
export const atStart: Writing = { ...inTexts, begin: "", end: "(?![A-Za-z0-9\\u00c0-\\u1fff])" };

/** Behind a number, where a word may begin and another number follow without a blank: `2h30m`. */
export const behindNumbers: Writing = { ...inTexts, begin: "", end: "(?![A-Za-z\\u00c0-\\u1fff])" };

/** Letters of scripts that write no blanks between words, and what is no letter: neither begins or ends a word. */
const noEdge = /[^\p{L}\p{N}_[\]|~]|[\u2e80-\u9fff\uff66-\uff9f]/u;

/** The pattern of a list: an alternation, in a group of its own. */
export function patternOf(phrases: Phrases, writing: Writing): string {
  const byEdges = new Map<string, string[]>();
  const written = writing === inSlugs ? phrases.toLowerCase() : phrases;
  for (const phrase of written.normalize("NFC").split(",")) {
    const words = phrase.trim();
    if (words === "") continue;
    const [begin, body, end] = edged(words, writing);
    const edges = `${begin}\n${end}`;
    const same = byEdges.get(edges);
    if (same === undefined) byEdges.set(edges, [body]);
    else same.push(body);
  }
  const groups = [...byEdges].map(([edges, bodies]) => edges.replace("\n", () => `(?:${bodies.join("|")})`));
  return groups.length === 0 ? "(?!)" : `(?:${groups.join("|")})`;
}

/** A phrase as a pattern without its edges, and the patterns of these. */
function edged(phrase: string, writing: Writing): readonly [begin: string, body: string, end: string] {
  const at = phrase.indexOf("…");
  if (at !== -1) {
    const isWide = phrase.charAt(at + 1) === "…";
    const [begin, body, middle] = edged(phrase.slice(0, at).trim(), writing);
    const [start, rest, end] = edged(phrase.slice(at + (isWide ? 2 : 1)).trim(), writing);
    return [begin, `${body}${middle}[^.。]{0,${isWide ? 160 : 60}}?${start}${rest}`, end];
  }
  const isFirst = phrase.startsWith("^");
  const isLast = phrase.endsWith("$");
  const inner = phrase.slice(isFirst ? 1 : 0, isLast ? -1 : undefined);
  const opens = noEdge.test(inner.charAt(0));
  const closes = noEdge.test(inner.charAt(inner.length - 1));
  const words = inner.replace(/^\*|\*$/g, "");
  return [
    isFirst ? writing.first : opens ? "" : writing.begin,
    wordsOf(words, writing),
    isLast ? writing.last : closes ? "" : writing.end,
  ];
}

function wordsOf(phrase: string, writing: Writing): string {
  let pattern = "";
  /** What stands before the next word; `undefined` while only words that may lack went before. */
  let blank: string | undefined;
  for (const word of phrase.split(/\s+/)) {
    const isOptional = /^\[[^\]]*\]$/.test(word);
    const isJoined = word.endsWith("~");
    const source = wordOf(isOptional ? word.slice(1, -1) : isJoined ? word.slice(0, -1) : word, writing);
    if (!isOptional) pattern += (blank ?? "") + source;
    else pattern += blank === undefined ? `(?:${source}${writing.blank})?` : `(?:${blank}${source})?`;
    if (!isOptional || blank !== undefined) blank = isJoined ? writing.joint : writing.blank;
  }
  return pattern;
}

function wordOf(word: string, writing: Writing): string {
  const pattern = word.replace(/[^\p{L}\p{N}\p{M}|]/gu, (sign) => {
    if (sign === "[") return "(?:";
    if (sign === "]") return ")?";
    if (sign === "~") return writing.joint;
    if (sign === "*") return writing.rest;
    return sign === "_" ? writing.blank : writing.sign(sign);
  });
  return word.replace(/\[[^\]]*\]/g, "").includes("|") ? `(?:${pattern})` : pattern;
}
