import type { Span } from "../place.ts";

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
/** Characters that nobody sees, so that a line which holds them looks as one without. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}]|(?! )\p{Z}/gu;
/** `[//]: # (a comment)` */
const definition = /^ {0,3}\[[^\]\r\n]{1,200}\]:[ \t]*\S/;

/**
 * The front matter of a Markdown text (line feeds or CR LF): YAML between a line `---`, the first of the text, and the next
 * `---` or `...`. Below blank lines and comments, indented, behind an opening with more on its line, or where a character that
 * nobody sees stands beside the dashes, other tools see none: there it counts only if `saysKind` finds a `kind` in the YAML, so
 * that a line that separates is never taken for one.
 */
export function frontMatterSpan(text: string, saysKind: (yaml: string) => boolean): FrontMatterSpan | undefined {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const strict = opening.test(lineAt(text, first).line);
  const start = strict ? first : pastComments(text, first);
  if (start === undefined || !looseOpening.test(seen(lineAt(text, start).line))) return undefined;
  const span = spanFrom(text, start, (line) => closing.test(seen(line)));
  if (span === undefined || (strict && closing.test(lineAt(text, span.bodyEnd).line))) return span;
  if (saysKind(text.slice(span.bodyStart, span.bodyEnd))) return span;
  return strict ? spanFrom(text, start, (line) => closing.test(line)) : undefined;
}

/** The edges of a front matter that is a run of its own, from the line that opens it to the one that closes it. */
export interface FrontMatterEdges {
  /** The YAML between the two lines. */
  readonly yaml: Span;
  /** Every tool takes the first line, the last line, for its edge. */
  readonly opened: boolean;
  readonly closed: boolean;
}

export function edgesOf(run: string): FrontMatterEdges {
  const { line, next: start } = lineAt(run, 0);
  const end = Math.max(start, run.lastIndexOf("\n", run.length - 2) + 1);
  return { yaml: { start, end }, opened: opening.test(line), closed: closing.test(lineAt(run, end).line) };
}

/** Whether a text begins as one with front matter does, be its end there or still to be written. */
export const opensFrontMatter = (text: string): boolean =>
  opening.test(lineAt(text, text.charCodeAt(0) === 0xfeff ? 1 : 0).line);

/** A line without what nobody sees in it; one that is too long for a line of dashes as it stands. */
const seen = (line: string): string => (line.length > 40 || /^[ -~]*$/.test(line) ? line : line.replace(unseen, ""));

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

/** Offset of the first line, or what stands behind a comment on its line, that is neither blank nor a comment. */
function pastComments(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; ) {
    const { line, next } = lineAt(text, at);
    if (/^[ \t]*<!--/.test(line)) {
      const end = text.indexOf("-->", at);
      if (end === -1) return undefined;
      const rest = lineAt(text, end + 3);
      if (!nothingSeen.test(rest.line)) return end + 3;
      at = rest.next;
    } else if (nothingSeen.test(line) || definition.test(line)) at = next;
    else return at;
  }
  return undefined;
}

function spanFrom(text: string, start: number, closes: (line: string) => boolean): FrontMatterSpan | undefined {
  const bodyStart = lineAt(text, start).next;
  for (let at = bodyStart; at < text.length; ) {
    const { line, next } = lineAt(text, at);
    if (closes(line)) return { start, bodyStart, bodyEnd: at, end: next };
    at = next;
  }
  return undefined;
}
