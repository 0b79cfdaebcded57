import { yamlNesting } from "./yaml/nesting.ts";

/** The largest text that is read, in UTF-16 code units (about 2 MB). */
export const largestText = 2_000_000;
/** The deepest nesting that is handed to a parser. */
export const deepestNesting = 100;

/**
 * A linear look at a YAML text before the parser sees it, which goes as deep as the text and is slow there.
 *
 * Answers a plain sentence that says what is too much, or `undefined` when the text is safe to read.
 */
export function refuseYaml(text: string): string | undefined {
  return tooLong(text) ?? tooDeep(text);
}

/** The first half of `refuseYaml`, for every format: the length, which needs no look at the text. */
export function tooLong(text: string): string | undefined {
  if (text.length <= largestText) return undefined;
  return `This file is too large to read as a release document (over ${largestText / 1_000_000} MB): split it, or exclude it in .release-docs.yaml`;
}

/** The other half of `refuseYaml`: for a reader that hands a text to the parser in parts, and looks at each of them. */
export function tooDeep(text: string): string | undefined {
  if (yamlNesting(text, deepestNesting) <= deepestNesting) return undefined;
  return `This file nests more than ${deepestNesting} levels deep and is not read: flatten it, or exclude it in .release-docs.yaml`;
}

/** Front matter is a few lines; the parser reads it as one, again with each change of it. */
const largestFrontMatter = 20_000;

/** The same for a front matter, without its `---` lines. */
export function refuseFrontMatter(text: string): string | undefined {
  if (text.length <= largestFrontMatter) return tooDeep(text);
  return `This front matter is longer than ${largestFrontMatter.toLocaleString("en")} characters and is not read: shorten it, or exclude the file in .release-docs.yaml`;
}

/** Quotes, lists and items in one another that markdown-it reads; what stands deeper it passes over. */
export const markdownNesting = 2 * deepestNesting;

/** What is said of the first line that markdown-it passes over. */
export const unreadMarkdown = `This line nests more than ${deepestNesting} levels deep and is not read: flatten it, or exclude the file in .release-docs.yaml`;
