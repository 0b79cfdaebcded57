/** A text that a snippet inserts as it is. */
export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, "\\$&");

const escapeChoice = (text: string): string => text.replace(/[\\$},|]/g, "\\$&");

/** Writes a snippet whose tab stops are numbered in the order in which they are asked for. */
export class SnippetWriter {
  #stops = 0;

  /** A tab stop that stands on a text to be typed over. */
  blank(text = ""): string {
    this.#stops++;
    return text === "" ? `$${this.#stops}` : `\${${this.#stops}:${escapeSnippet(text)}}`;
  }

  /** A text to stay as it is. */
  words(text: string): string {
    return escapeSnippet(text);
  }

  /** A tab stop with a few texts to choose from, the first one chosen. */
  choice(texts: readonly string[]): string {
    const [only = "", ...others] = texts;
    if (others.length === 0) return this.blank(only);
    this.#stops++;
    return `\${${this.#stops}|${texts.map(escapeChoice).join(",")}|}`;
  }
}

/**
 * The text that a snippet leaves when every tab stop stays as it is. Knows what our snippets use: stops, defaults, choices,
 * escapes.
 */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^|\\]|\\.)*)\|\}/g, (_, choices: string) => firstChoice(choices))
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, "$1")
    .replace(/(?<!\\)\$(?:\d+|\{\d+\})/g, "")
    .replace(/\\([\\$}|,])/g, "$1");
}

const firstChoice = (choices: string): string => /^(?:[^,\\]|\\.)*/.exec(choices)?.[0] ?? "";
