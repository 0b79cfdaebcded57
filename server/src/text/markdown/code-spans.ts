import type { Span } from "../place.ts";

/**
 * Inline code of a text, marks included, as CommonMark pairs them: a run of backticks with the next run of equal length.
 * Linear: a length that found no partner once is not looked for again.
 */
export function codeSpans(text: string): readonly Span[] {
  if (!text.includes("`")) return [];
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ start: run.index, length: run[0].length }));
  const last = new Map(runs.map((run, index) => [run.length, index]));
  const spans: Span[] = [];
  for (let open = 0; open < runs.length; open++) {
    const run = runs[open];
    if (run === undefined) break;
    const escaped = isEscaped(text, run.start) ? 1 : 0;
    const length = run.length - escaped;
    if (length === 0 || (last.get(length) ?? -1) <= open) continue;
    let close = open + 1;
    while (runs[close]?.length !== length) close++;
    const end = runs[close];
    if (end === undefined) continue;
    spans.push({ start: run.start + escaped, end: end.start + end.length });
    open = close;
  }
  return spans;
}

/** Whether an odd number of backslashes stands before an offset. */
function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
  return slashes % 2 === 1;
}

/** A text of equal length whose inline code and comments are blanked out, so that nothing in them is read. */
export function withoutCode(text: string): string {
  if (!text.includes("`") && !text.includes("<!--")) return text;
  let blanked = "";
  let at = 0;
  for (const span of codeSpans(text)) {
    blanked += text.slice(at, span.start) + blank(text.slice(span.start, span.end));
    at = span.end;
  }
  blanked += text.slice(at);
  return replaceComments(blanked, blank);
}

/** A text with every HTML comment that has an end replaced. Linear. */
export function replaceComments(text: string, replacement: (comment: string) => string): string {
  let start = text.indexOf("<!--");
  if (start === -1) return text;
  let replaced = "";
  let at = 0;
  while (start !== -1) {
    const end = text.indexOf("-->", start + 4);
    if (end === -1) break;
    replaced += text.slice(at, start) + replacement(text.slice(start, end + 3));
    at = end + 3;
    start = text.indexOf("<!--", at);
  }
  return replaced + text.slice(at);
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, " ");
