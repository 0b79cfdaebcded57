import type { Span, TextChange } from "../text/place.ts";
import { findPlaceholders } from "../words/placeholder.ts";

/** A replacement of whole lines by a snippet: `$1`, `${2:TBD}`, escaped as LSP and VS Code write it. */
export interface SnippetChange extends Span {
  readonly snippet: string;
}

/**
 * The same changes with a tab stop at every blank that they bring, so that the cursor goes where the author types.
 * `undefined` when they bring none. Changes must not overlap.
 *
 * Each snippet covers whole lines, from column 0: editors indent the later lines of a snippet like the line that it
 * begins in, which must add nothing.
 */
export function snippetChanges(text: string, changes: readonly TextChange[]): readonly SnippetChange[] | undefined {
  let stop = 0;
  const snippets = lineRegions(text, changes).map(({ start, end, inner }) => {
    const { source, changed } = rewrite(text, { start, end }, inner);
    const blanks = findBlanks(source).filter((blank) =>
      changed.some((span) => blank.start < span.end && span.start < blank.end),
    );
    let snippet = "";
    let at = 0;
    for (const blank of blanks) {
      stop++;
      snippet += `${escaped(source.slice(at, blank.start))}\${${stop}:${escaped(source.slice(blank.start, blank.end))}}`;
      at = blank.end;
    }
    return { start, end, snippet: snippet + escaped(source.slice(at)) };
  });
  return stop === 0 ? undefined : snippets;
}

interface Region extends Span {
  readonly inner: readonly TextChange[];
}

/** Changes together with the lines that they stand in; those of one line belong together. */
function lineRegions(text: string, changes: readonly TextChange[]): readonly Region[] {
  const regions: Region[] = [];
  for (const change of [...changes].sort((a, b) => a.start - b.start)) {
    const start = text.lastIndexOf("\n", change.start - 1) + 1;
    const feed = text.indexOf("\n", change.end);
    const lineEnd = feed === -1 ? text.length : feed;
    const end = lineEnd > change.end && text.charAt(lineEnd - 1) === "\r" ? lineEnd - 1 : lineEnd;
    const last = regions.at(-1);
    if (last !== undefined && start <= last.end) {
      regions[regions.length - 1] = { start: last.start, end: Math.max(last.end, end), inner: [...last.inner, change] };
    } else regions.push({ start, end, inner: [change] });
  }
  return regions;
}

/** The text of a region after its changes, and what of it is new; offsets count from its start. */
function rewrite(
  text: string,
  { start, end }: Span,
  changes: readonly TextChange[],
): { readonly source: string; readonly changed: readonly Span[] } {
  let source = "";
  let at = start;
  const changed: Span[] = [];
  for (const change of changes) {
    source += text.slice(at, change.start);
    changed.push({ start: source.length, end: source.length + change.text.length });
    source += change.text;
    at = change.end;
  }
  return { source: source + text.slice(at, end), changed };
}

/** Blanks, line by line. */
function findBlanks(source: string): readonly Span[] {
  const blanks: Span[] = [];
  let offset = 0;
  for (const line of source.split("\n")) {
    for (const { start, end } of findPlaceholders(line, "prose"))
      blanks.push({ start: offset + start, end: offset + end });
    offset += line.length + 1;
  }
  return blanks;
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, "\\$&");
