import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { frontMatterOf } from "../document/identity.ts";
import { commentsIn, framedIn } from "../document/markdown/compose/framed.ts";
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
  const blocks = document.format === "yaml" ? commentRuns(document.text, lines) : blockFolds(document, lines);
  for (const fold of blocks) add(fold);
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

/** Tables, fences, HTML comments and front matter of a Markdown text. */
function blockFolds(document: ReleaseDocument, lines: LineIndex): readonly FoldingRange[] {
  const folds: FoldingRange[] = [];
  const head = frontMatterOf(document.text);
  if (head !== undefined) {
    folds.push({ startLine: lines.position(head.start).line, endLine: lines.position(head.bodyEnd).line });
  }
  for (const { piece, span } of framedIn(document)) {
    const startLine = lines.position(span.start).line;
    const endLine = lines.position(span.end).line;
    if (piece.type === "fence" || endLine - startLine > 1) folds.push({ startLine, endLine });
  }
  for (const { start, end } of commentsIn(document)) {
    folds.push({
      startLine: lines.position(start).line,
      endLine: lines.position(end).line,
      kind: FoldingRangeKind.Comment,
    });
  }
  return folds;
}

/** Runs of two or more lines that are comments. */
function commentRuns(text: string, lines: LineIndex): readonly FoldingRange[] {
  const folds: FoldingRange[] = [];
  let first: number | undefined;
  for (let line = 0; line <= lines.lineCount; line++) {
    const { start, end } = lines.line(line);
    if (line < lines.lineCount && /^\s*#/.test(text.slice(start, end))) first ??= line;
    else if (first !== undefined) {
      if (line - 1 > first) folds.push({ startLine: first, endLine: line - 1, kind: FoldingRangeKind.Comment });
      first = undefined;
    }
  }
  return folds;
}
