/** Words that a pattern looks for stand in the first two thousand characters of a sentence, or nowhere. */
const longest = 2000;

/** As much of a text as words are looked for in, where looking takes more than one pass. */
export const sentenceHead = (text: string): string => (text.length > longest ? text.slice(0, longest) : text);
