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
  let plain = "";
  let inside: "text" | "default" | "choice" | "other choices" = "text";
  for (const [part, escaped, opened] of snippet.matchAll(/\\([\\$}|,])|\$(?:\d+|\{\d+([:|}]))|\|\}|./gs)) {
    if (opened === ":") inside = "default";
    else if (opened === "|") inside = "choice";
    else if ((part === "}" && inside === "default") || part === "|}") inside = "text";
    else if (part === "," && inside === "choice") inside = "other choices";
    else if (inside !== "other choices" && !/^\$./.test(part)) plain += escaped ?? part;
  }
  return plain;
}
