import type { Format } from "./model.ts";

/** The largest text that is read, in UTF-16 code units (about 2 MB). */
export const largestText = 2_000_000;
/** The deepest nesting that is handed to a parser. */
export const deepestNesting = 100;

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quoteMark = 62;

/**
 * A linear look at a text before any parser sees it: some nestings make a parser abort the process, uncatchably.
 *
 * Answers a plain sentence that says what is too much, or `undefined` when the text is safe to read.
 */
export function refuse(text: string, format: Format): string | undefined {
  return tooLong(text) ?? tooDeep(text, format);
}

/** The first half of `refuse`: the length, which needs no look at the text. */
export function tooLong(text: string): string | undefined {
  if (text.length <= largestText) return undefined;
  return `This file is too large to read as a release document (over ${largestText / 1_000_000} MB): split it, or exclude it in .release-docs.yaml`;
}

/** The other half of `refuse`: for a reader that hands a text to the parser in parts, and looks at each of them. */
export function tooDeep(text: string, format: Format): string | undefined {
  const depth = format === "yaml" ? yamlDepth(text) : markdownDepth(text);
  if (depth <= deepestNesting) return undefined;
  return `This file nests more than ${deepestNesting} levels deep and is not read: flatten it, or exclude it in .release-docs.yaml`;
}

/** The longest run of open brackets, or of block indicators on a line; blind to quotes, so never below the real depth. */
function yamlDepth(text: string): number {
  let deepest = 0;
  let flow = 0;
  let indicators = 0;
  let atLineStart = true;
  for (let at = 0; at < text.length && deepest <= deepestNesting; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) {
      indicators = 0;
      atLineStart = true;
    } else if (code === 91 || code === 123) flow++;
    else if (code === 93 || code === 125) flow = Math.max(0, flow - 1);
    else if (atLineStart && (code === 45 || code === 63) && isBlank(text.charCodeAt(at + 1))) indicators++;
    else if (atLineStart && code !== space && code !== tab) atLineStart = false;
    deepest = Math.max(deepest, flow, indicators);
  }
  return Math.max(deepest, indentationSteps(text));
}

const isBlank = (code: number): boolean => code === space || code === tab || code === lineFeed || Number.isNaN(code);

/** How many times the indentation grew on the way to the deepest line. */
function indentationSteps(text: string): number {
  const open: number[] = [];
  let deepest = 0;
  for (let start = 0; start < text.length && deepest <= deepestNesting; ) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    let indent = 0;
    while (start + indent < end && text.charCodeAt(start + indent) === space) indent++;
    if (start + indent < end && text.charCodeAt(start + indent) !== carriageReturn) {
      while (open.length > 0 && (open[open.length - 1] ?? 0) >= indent) open.pop();
      open.push(indent);
      deepest = Math.max(deepest, open.length);
    }
    start = end + 1;
  }
  return deepest;
}

/** The longest run of quote and list markers that opens a line, plus its indentation in list steps. */
function markdownDepth(text: string): number {
  let deepest = 0;
  for (let start = 0; start < text.length && deepest <= deepestNesting; ) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    let depth = 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === quoteMark) depth++;
      else if ((code === 45 || code === 42 || code === 43) && isBlank(text.charCodeAt(at + 1))) depth++;
      else if (code >= 48 && code <= 57) {
        const marker = /^\d{1,9}[.)](?=\s)/.exec(text.slice(at, at + 12))?.[0];
        if (marker === undefined) break;
        depth++;
        at += marker.length - 1;
      } else if (code !== space && code !== tab) break;
    }
    deepest = Math.max(deepest, depth);
    start = end + 1;
  }
  return deepest;
}
