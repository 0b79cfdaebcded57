/** Where the front matter of a Markdown text stands. */
export interface FrontMatterSpan {
  /** Offset of the line that opens it. */
  readonly start: number;
  /** Offsets of the YAML between its two lines. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Offset after the line that closes it. */
  readonly end: number;
}

const opening = /^---[ \t]*$/;
/** What only some tools take for an opening. */
const looseOpening = /^[ \t]*---[ \t]*(?:#.*|ya?ml[ \t]*)?$/;
const closing = /^(?:---|\.\.\.)[ \t]*$/;
const nothingSeen = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}]*$/u;
/** `[//]: # (a comment)` */
const definition = /^ {0,3}\[[^\]\r\n]{1,200}\]:[ \t]*\S/;

/**
 * The front matter of a Markdown text (line feeds or CR LF): YAML between a line `---`, the first of the text, and the next
 * `---` or `...`. Below blank lines and comments, indented, or behind an opening with more on its line, other tools see none:
 * there it counts only if `saysKind` finds a `kind` in the YAML, so that a line that separates is never taken for one.
 */
export function frontMatterSpan(text: string, saysKind: (yaml: string) => boolean): FrontMatterSpan | undefined {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (opening.test(lineAt(text, first).line)) return spanFrom(text, first);
  const start = pastComments(text, first);
  if (start === undefined || !looseOpening.test(lineAt(text, start).line)) return undefined;
  const span = spanFrom(text, start);
  return span !== undefined && saysKind(text.slice(span.bodyStart, span.bodyEnd)) ? span : undefined;
}

interface Line {
  readonly line: string;
  /** Offset after its line break. */
  readonly next: number;
}

function lineAt(text: string, at: number): Line {
  const feed = text.indexOf("\n", at);
  const end = feed === -1 ? text.length : feed;
  const line = text.slice(at, end);
  return { line: line.endsWith("\r") ? line.slice(0, -1) : line, next: feed === -1 ? text.length : feed + 1 };
}

/** Offset of the first line that is neither blank nor a comment. */
function pastComments(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; ) {
    const { line, next } = lineAt(text, at);
    if (/^[ \t]*<!--/.test(line)) {
      const end = text.indexOf("-->", at);
      if (end === -1) return undefined;
      const rest = lineAt(text, end + 3);
      if (!nothingSeen.test(rest.line)) return undefined;
      at = rest.next;
    } else if (nothingSeen.test(line) || definition.test(line)) at = next;
    else return at;
  }
  return undefined;
}

function spanFrom(text: string, start: number): FrontMatterSpan | undefined {
  const bodyStart = lineAt(text, start).next;
  for (let at = bodyStart; at < text.length; ) {
    const { line, next } = lineAt(text, at);
    if (closing.test(line)) return { start, bodyStart, bodyEnd: at, end: next };
    at = next;
  }
  return undefined;
}
