import type { SelectionRange } from "vscode-languageserver-types";
import type { ReleaseDocument } from "../document/model.ts";
import { append } from "../text/append.ts";
import type { JsonValue } from "../text/json.ts";
import type { LineIndex, LinePosition } from "../text/line-index.ts";
import { splitRow } from "../text/markdown/split-row.ts";
import type { Span } from "../text/place.ts";
import type { FeatureContext } from "./feature.ts";
import { unquoted } from "./navigation/occurrences.ts";
import { regionsOf } from "./navigation/structure.ts";
import { rangeOf } from "./range-of.ts";

/** For each position what grows around it: a word, a value or cell, an item or gate, a list, a section, the document. */
export function selectionRanges(context: FeatureContext, positions: readonly LinePosition[]): SelectionRange[] {
  return positions.map((position) => selectionAt(context, context.lines.offset(position)));
}

function selectionAt({ assessment: { document }, lines }: FeatureContext, offset: number): SelectionRange {
  const around = [
    ...lineSpans(document.text, lines, offset),
    ...(document.format === "yaml" ? [] : paragraph(document.text, lines, offset)),
    ...modelSpans(document),
    ...(document.format === "yaml" ? manifestSpans(document, offset) : regionsOf(document).map(({ span }) => span)),
  ].filter(({ start, end }) => start <= offset && offset <= end);
  around.sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const span of around) {
    const last = chain.at(-1);
    const grows =
      last === undefined ||
      (span.start <= last.start && last.end <= span.end && span.end - span.start > last.end - last.start);
    if (grows && span.end > span.start) chain.push(span);
  }
  const whole: SelectionRange = { range: rangeOf(lines, { start: 0, end: document.text.length }) };
  return chain
    .filter((span) => span.end - span.start < document.text.length)
    .reduceRight<SelectionRange>((parent, span) => ({ range: rangeOf(lines, span), parent }), whole);
}

/** The word, the table cell and the line. */
function lineSpans(text: string, lines: LineIndex, offset: number): readonly Span[] {
  const { line } = lines.position(offset);
  const { start, end } = lines.line(line);
  const words = text.slice(start, end).trimEnd();
  const spans: Span[] = [{ start: start + words.length - words.trimStart().length, end: start + words.length }];
  for (const word of words.matchAll(/[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu)) {
    spans.push({ start: start + word.index, end: start + word.index + word[0].length });
  }
  if (/^\s*\|/.test(words)) {
    append(spans, splitRow(text, { start: start + words.indexOf("|"), end: start + words.length }));
  }
  return spans;
}

/** The lines around a position, up to the next blank one. */
function paragraph(text: string, lines: LineIndex, offset: number): readonly Span[] {
  const { line } = lines.position(offset);
  const isText = (at: number): boolean => {
    const span = lines.line(at);
    return text.slice(span.start, span.end).trim() !== "";
  };
  if (!isText(line)) return [];
  let [first, last] = [line, line];
  while (first > 0 && isText(first - 1)) first--;
  while (last < lines.lineCount - 1 && isText(last + 1)) last++;
  return [{ start: lines.line(first).start, end: lines.line(last).end }];
}

function modelSpans(document: ReleaseDocument): readonly Span[] {
  return [
    ...document.gates.flatMap(({ at, box }) => [document.span(at), document.span(box)]),
    ...document.placeholders.map(({ at }) => document.span(at)),
    ...document.references.map(({ at }) => document.span(at)),
    ...document.fields.map(({ value }) => document.span(value.at)),
  ];
}

/** The values that hold an offset, from the outermost inward, each alone and with its key. */
function manifestSpans(document: ReleaseDocument, offset: number): readonly Span[] {
  const spans: Span[] = [];
  let value: JsonValue | undefined = document.value;
  let pointer: readonly (string | number)[] = [];
  while (typeof value === "object" && value !== null) {
    const steps: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    const here: { readonly step: string | number; readonly spans: readonly Span[] } | undefined = steps
      .map((step) => ({ step, spans: spansAt(document, [...pointer, step]) }))
      .find((candidate) => candidate.spans.some(({ start, end }) => start <= offset && offset <= end));
    if (here === undefined) break;
    append(spans, here.spans);
    pointer = [...pointer, here.step];
    const next: unknown = Reflect.get(value, here.step);
    value = isJson(next) ? next : undefined;
  }
  return spans;
}

const isJson = (value: unknown): value is JsonValue => value !== undefined;

function spansAt(document: ReleaseDocument, pointer: readonly (string | number)[]): readonly Span[] {
  const { key, value } = document.placeOf(pointer);
  const at = document.span(value);
  const inner = unquoted(document, at);
  if (key === undefined) return [inner, at];
  const name = document.span(key);
  return name.end <= at.start ? [inner, at, name, { start: name.start, end: at.end }] : [name];
}
