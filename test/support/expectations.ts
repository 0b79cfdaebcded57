/** What a fixture says must be found on a line: a rule, the exact text of its range, and (where it matters) the message. */
export interface Expectation {
  /** One-based line of the text without its markers. */
  readonly line: number;
  readonly rule: string;
  readonly text: string;
  readonly message?: string;
}

/** A fixture without its markers, and what they say. */
export interface Fixture {
  readonly text: string;
  readonly expectations: readonly Expectation[];
}

const marker = /^\s*(?:<!--|#)\s*expect:\s*(?<rule>\S+)\s+«(?<text>.*?)»(?:\s+"(?<message>.*)")?\s*(?:-->)?\s*$/;

/**
 * Reads a fixture: a line `# expect: RULE «range text» "message"` (YAML) or `<!-- expect: … -->` (Markdown) speaks of the
 * next line that is no marker, and is taken out before the text is checked, so that markers can stand anywhere, also in
 * a table or a fence. A range over several lines is given up to its first line break, followed by `…`.
 */
export function readFixture(source: string): Fixture {
  const kept: string[] = [];
  const expectations: Expectation[] = [];
  for (const line of source.split("\n")) {
    const groups = marker.exec(line)?.groups;
    if (groups === undefined) {
      kept.push(line);
      continue;
    }
    const { rule = "", text = "", message } = groups;
    expectations.push({ line: kept.length + 1, rule, text, ...(message === undefined ? {} : { message }) });
  }
  return { text: kept.join("\n"), expectations };
}
