const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/** A block scalar that was read. Offsets count from the start of the text. */
export interface BlockScalar {
  readonly value: string;
  /** Behind its last character that is no white space. */
  readonly end: number;
  /** The end of its last line, before the line break. */
  readonly lineEnd: number;
}

const header = /^[|>]-?(?: +#[^\n]*| *)\r?\n/;

/**
 * Reads the `|` or `>` scalar that begins at an offset, in a map or list whose column is given. `undefined` for what needs
 * a closer look: other headers than `|`, `|-`, `>`, `>-`, lines indented deeper than the first, no lines at all.
 */
export function readBlockScalar(text: string, start: number, column: number): BlockScalar | undefined {
  const first = text.indexOf("\n", start);
  const opening = header.exec(text.slice(start, first + 1))?.[0];
  if (opening === undefined) return undefined;
  const folded = opening.startsWith(">");
  const lines: string[] = [];
  let indent = -1;
  let end = start;
  let lineEnd = start;
  for (let at = start + opening.length; at < text.length; ) {
    let content = at;
    while (text.charCodeAt(content) === space) content++;
    const feed = text.indexOf("\n", content);
    const next = feed === -1 ? text.length : feed;
    const stop = text.charCodeAt(next - 1) === carriageReturn ? next - 1 : next;
    if (content >= stop) {
      if (content > stop || content - at > Math.max(indent, 0)) return undefined;
      lines.push("");
    } else {
      const deep = content - at;
      if (deep <= column) break;
      if (indent === -1) indent = deep;
      if (deep !== indent || (folded && text.charCodeAt(stop - 1) === space)) return undefined;
      lines.push(text.slice(content, stop));
      end = stop;
      while (text.charCodeAt(end - 1) === space) end--;
      lineEnd = next;
    }
    at = next + 1;
  }
  if (indent === -1) return undefined;
  while (lines.at(-1) === "") lines.pop();
  if (lines[0] === "" || text.charCodeAt(lineEnd) !== lineFeed) return undefined;
  const value = folded ? lines.join("\n").replace(/\n+/g, fold) : lines.join("\n");
  return { value: opening.charAt(1) === "-" ? value : `${value}\n`, end, lineEnd };
}

/** One line break becomes a space, more lose one. */
const fold = (breaks: string): string => (breaks.length === 1 ? " " : breaks.slice(1));
