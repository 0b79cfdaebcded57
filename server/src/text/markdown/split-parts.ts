import { closesFence, fenceAt, isBlankFrom, type OpenFence } from "./fence-lines.ts";
import { type FrontMatterSpan, frontMatterSpan } from "./front-matter-span.ts";
import { htmlBlockStart } from "./html-block-starts.ts";

/** What a run of text between two cuts is. */
export type RunKind = "mark" | "front-matter" | "body";

export interface TextRun {
  readonly kind: RunKind;
  readonly text: string;
}

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const asterisk = 42;
const plus = 43;
const minus = 45;
const less = 60;
const backtick = 96;
const tilde = 126;
const deepest = 4;

/**
 * Cuts a text before every heading that starts a line with `#`, in one scan; joined, the runs are the text again.
 *
 * Such a heading ends every list, quote and paragraph in CommonMark, so that the block structure of a run does not depend
 * on its neighbours. Only a fence or an HTML block can hide it. Where the scan cannot tell whether one does (a fence that
 * may belong to a list), the body stays one run: slower to edit, never wrong.
 */
export function splitParts(
  text: string,
  frontMatterOf: (text: string) => FrontMatterSpan | undefined = (whole) => frontMatterSpan(whole, () => false),
): readonly TextRun[] {
  const runs: TextRun[] = [];
  let start = 0;
  if (text.charCodeAt(0) === 0xfeff) {
    runs.push({ kind: "mark", text: text.slice(0, 1) });
    start = 1;
  }
  const frontMatter = frontMatterOf(text);
  if (frontMatter !== undefined) {
    if (frontMatter.start > start) runs.push({ kind: "body", text: text.slice(start, frontMatter.start) });
    runs.push({ kind: "front-matter", text: text.slice(frontMatter.start, frontMatter.end) });
    start = frontMatter.end;
  }
  for (const cut of [...(/\r(?!\n)/.test(text) ? [] : new BlockScan(text, start).cuts()), text.length]) {
    if (cut > start) runs.push({ kind: "body", text: text.slice(start, cut) });
    start = cut;
  }
  return runs;
}

/** One pass over the lines of a body, past whatever can hide a heading. */
class BlockScan {
  readonly #text: string;
  /** Offset of the current line. */
  #at: number;
  /** No paragraph is running. */
  #settled = true;
  /** A list may be open, so that indented lines may belong to it. */
  #inList = false;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  /** Offsets of the headings; empty when the structure is not certain. */
  cuts(): readonly number[] {
    const cuts: number[] = [];
    while (this.#at < this.#text.length) {
      const at = this.#at;
      const indent = this.#indent(at);
      const code = this.#text.charCodeAt(at + indent);
      const fence = fenceAt(this.#text, at + indent);
      if (code === hash && indent === 0 && this.#isHeading(at)) {
        cuts.push(at);
        this.#next(true);
        this.#inList = false;
      } else if (indent >= deepest || code === tab) {
        this.#next(isBlankFrom(this.#text, at));
      } else if (fence !== undefined) {
        if (!this.#skipFence(indent, fence)) return [];
      } else if (code === less) {
        if (!this.#skipHtml(indent)) return [];
      } else {
        this.#plainLine(indent, code);
      }
    }
    return cuts;
  }

  #plainLine(indent: number, code: number): void {
    const isMarker = code === minus || code === asterisk || code === plus || (code >= 48 && code <= 57);
    const blank = code === lineFeed || code === carriageReturn || Number.isNaN(code);
    if (isMarker) this.#inList = true;
    else if (indent === 0 && this.#settled && !blank) this.#inList = false;
    this.#next(blank);
  }

  #next(settled: boolean): void {
    this.#at = this.#lineAfter(this.#at);
    this.#settled = settled;
  }

  #lineAfter(at: number): number {
    const end = this.#text.indexOf("\n", at);
    return end === -1 ? this.#text.length : end + 1;
  }

  /** Leading spaces, counted to four; a tab is left to the caller. */
  #indent(at: number): number {
    let indent = 0;
    while (indent < deepest && this.#text.charCodeAt(at + indent) === space) indent++;
    return indent;
  }

  #isHeading(at: number): boolean {
    let pos = at;
    while (this.#text.charCodeAt(pos) === hash) pos++;
    const after = this.#text.charCodeAt(pos);
    return (
      pos - at <= 6 &&
      (after === space || after === tab || after === lineFeed || after === carriageReturn || Number.isNaN(after))
    );
  }

  /** Goes past a fence; false when it is not certain where it ends. */
  #skipFence(indent: number, fence: OpenFence): boolean {
    const nested = indent >= 2 && this.#inList;
    let at = this.#lineAfter(this.#at);
    while (at < this.#text.length) {
      const inner = this.#indent(at);
      const closes = inner < deepest && closesFence(this.#text, at + inner, fence);
      if (nested && !isBlankFrom(this.#text, at)) {
        if (inner < indent && this.#text.charCodeAt(at + inner) !== tab) return false;
        if (!closes && this.#closesDeeper(at, fence)) return false;
      }
      at = this.#lineAfter(at);
      if (closes) break;
    }
    this.#at = at;
    this.#settled = true;
    return true;
  }

  #closesDeeper(at: number, fence: OpenFence): boolean {
    let pos = at;
    while (this.#text.charCodeAt(pos) === space || this.#text.charCodeAt(pos) === tab) pos++;
    return closesFence(this.#text, pos, fence);
  }

  /** Goes past an HTML block, or the line when it opens none; false when it is not certain where it ends. */
  #skipHtml(indent: number): boolean {
    const open = this.#at + indent;
    const start = htmlBlockStart(this.#line(open));
    if (start === undefined) {
      this.#plainLine(indent, less);
      return true;
    }
    const from = this.#at;
    const end = start.end === "blank" ? this.#blankAfter(from) : this.#markerAfter(open, start.end);
    if (indent >= 2 && this.#inList && !this.#allIndented(from, end, indent)) return false;
    if (start.loose && !this.#settled && !this.#isPlain(this.#lineAfter(from), end)) return false;
    if (start.loose && !this.#settled) this.#inList = true;
    this.#at = end;
    this.#settled = !start.loose || this.#settled || isBlankFrom(this.#text, end);
    return true;
  }

  #line(pos: number): string {
    const end = this.#lineAfter(pos);
    return this.#text.slice(pos, end).replace(/\r?\n$/, "");
  }

  /** Offset of the next blank line after a line, or of the end. */
  #blankAfter(at: number): number {
    let line = this.#lineAfter(at);
    while (line < this.#text.length && !isBlankFrom(this.#text, line)) line = this.#lineAfter(line);
    return line;
  }

  /** Offset of the line after the one that holds the end marker, or of the end. */
  #markerAfter(pos: number, marker: RegExp): number {
    const found = this.#text.slice(pos).search(marker);
    return found === -1 ? this.#text.length : this.#lineAfter(pos + found);
  }

  #allIndented(from: number, end: number, indent: number): boolean {
    for (let at = from; at < end; at = this.#lineAfter(at)) {
      if (
        !isBlankFrom(this.#text, at) &&
        this.#indent(at) < indent &&
        this.#text.charCodeAt(at + this.#indent(at)) !== tab
      )
        return false;
    }
    return true;
  }

  /** True when the lines mean the same in a paragraph as in an HTML block: nothing in them starts a block. */
  #isPlain(from: number, end: number): boolean {
    for (let at = from; at < end; at = this.#lineAfter(at)) {
      const indent = this.#indent(at);
      const code = this.#text.charCodeAt(at + indent);
      if (code === hash || code === backtick || code === tilde || code === less) return false;
    }
    return true;
  }
}
