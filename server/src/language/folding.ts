import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { frontMatterOf } from "../document/identity.ts";
import type { ReleaseDocument } from "../document/model.ts";
import type { JsonValue } from "../text/json.ts";
import type { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/place.ts";
import type { DocumentFeature } from "./feature.ts";
import { regionsOf, trimmedEnd } from "./navigation/structure.ts";

/** What can be folded: sections, lists and items, tables, fences, front matter, block scalars and runs of comments. */
export const folding: DocumentFeature<FoldingRange[]> = ({ assessment: { document }, lines }) => {
  const spans = document.format === "yaml" ? manifestSpans(document) : regionsOf(document).map(({ span }) => span);
  const folds = new Map<number, FoldingRange>();
  const add = (fold: FoldingRange): void => {
    const known = folds.get(fold.startLine);
    if (fold.endLine > fold.startLine && (known === undefined || known.endLine < fold.endLine)) {
      folds.set(fold.startLine, fold);
    }
  };
  for (const { start, end } of spans) {
    add({ startLine: lines.position(start).line, endLine: lines.position(end).line });
  }
  for (const fold of document.format === "yaml" ? commentRuns(document.text, lines) : blockRuns(document.text, lines)) {
    add(fold);
  }
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
};

/** Every value of a manifest that takes more than a line, from its key or its dash on. */
function manifestSpans(document: ReleaseDocument): readonly Span[] {
  const spans: Span[] = [];
  const visit = (value: JsonValue, pointer: readonly (string | number)[]): void => {
    const { key, value: place } = document.placeOf(pointer);
    const at = document.span(place);
    const start = key === undefined ? at.start : document.span(key).start;
    // The value of an alias stands elsewhere, and was visited there.
    if (pointer.length > 0 && start <= at.start) {
      spans.push({ start, end: trimmedEnd(document.text, at.start, at.end) });
    }
    if (Array.isArray(value)) value.forEach((item: JsonValue, index) => void visit(item, [...pointer, index]));
    else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...pointer, name]);
    }
  };
  visit(document.value, []);
  return spans;
}

function commentRuns(text: string, lines: LineIndex): readonly FoldingRange[] {
  return runs(text, lines, (line) => /^\s*#/.test(line)).map((fold) => ({ ...fold, kind: FoldingRangeKind.Comment }));
}

/** Tables, fences, HTML comments and front matter of a Markdown text. */
function blockRuns(text: string, lines: LineIndex): readonly FoldingRange[] {
  const folds: FoldingRange[] = [];
  const head = frontMatterOf(text);
  let first = 0;
  if (head !== undefined) {
    const endLine = lines.position(head.bodyEnd).line;
    folds.push({ startLine: lines.position(head.start).line, endLine });
    first = endLine + 1;
  }
  let open: OpenBlock | undefined;
  for (let line = first; line < lines.lineCount; line++) {
    const { start, end } = lines.line(line);
    const words = text.slice(start, end);
    if (open === undefined) {
      open = opened(words, line);
      if (open !== undefined && open.kind === FoldingRangeKind.Comment && words.includes("-->")) open = undefined;
    } else if (open.endsAt(words)) {
      folds.push({ startLine: open.line, endLine: line, ...(open.kind === undefined ? {} : { kind: open.kind }) });
      open = undefined;
    }
  }
  const isRow = (line: string): boolean => /^\s*\|/.test(line);
  return [...folds, ...runs(text, lines, isRow).filter(({ startLine, endLine }) => endLine - startLine > 1)];
}

/** A block whose end was not met yet. */
interface OpenBlock {
  readonly line: number;
  readonly kind?: FoldingRangeKind;
  /** Whether it ends at a line. */
  endsAt(row: string): boolean;
}

const closes = (row: string, fence: string): boolean => row.startsWith(fence) && /^(?:`+|~+)$/.test(row);

function opened(words: string, line: number): OpenBlock | undefined {
  const fence = /^\s*(`{3,}|~{3,})/.exec(words)?.[1];
  if (fence !== undefined) return { line, endsAt: (row) => closes(row.trim(), fence) };
  if (!/^\s{0,3}<!--/.test(words)) return undefined;
  return { line, endsAt: (row) => row.includes("-->"), kind: FoldingRangeKind.Comment };
}

/** Runs of two or more lines that fit. */
function runs(text: string, lines: LineIndex, fits: (line: string) => boolean): readonly FoldingRange[] {
  const folds: FoldingRange[] = [];
  let first: number | undefined;
  for (let line = 0; line <= lines.lineCount; line++) {
    const { start, end } = lines.line(line);
    const fit = line < lines.lineCount && fits(text.slice(start, end));
    if (fit) first ??= line;
    else if (first !== undefined) {
      if (line - 1 > first) folds.push({ startLine: first, endLine: line - 1 });
      first = undefined;
    }
  }
  return folds;
}
