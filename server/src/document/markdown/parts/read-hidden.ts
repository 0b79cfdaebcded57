import { htmlTagAt } from "../../../text/markdown/html-tag.ts";
import type { AnyPiece, ItemPiece } from "../../../text/markdown/pieces/pieces.ts";
import { seenOnly } from "../../../text/markdown/seen-only.ts";
import type { Part, Span, Text } from "../../../text/place.ts";
import { findHidden } from "../../../text/values/find-hidden.ts";
import { invisible } from "../../../text/values/invisible.ts";
import type { Problem } from "../../model.ts";
import { isProseFence } from "../gates/fence-gates.ts";
import { type ImitatedBox, imitatedBox } from "../gates/imitated-box.ts";
import type { Passage } from "./passage.ts";

/** What hides, but for a no-break space, which fills a cell. */
const unseenText = new RegExp(
  `${invisible.source}|&#|&(?:zwn?j|[lr]rm|nobreak|zerowidthspace|shy|ic|it|af);|\\]\\(`,
  "iu",
);
const worthALook = /[^\p{ASCII}]|[\v\f]|(?![\t-\r])\p{Cc}|&|\\\[|<[a-z]|\]\(/iu;
/** Longer values are prose, not a state, a name or a date. */
const longestValue = 60;
/** So many are told of one part; whoever mends them sees the rest. */
const most = 50;

/**
 * Characters and markup of a part that hide something or imitate it, where it is read: in and before boxes, in headings, labels
 * and short values; elements that are not shown; links that show nothing but hold words.
 */
export function readHidden(part: Part, passages: readonly Passage[], prose: readonly Span[]): readonly Problem[] {
  if (!worthALook.test(part.text)) return [];
  const found: Problem[] = [];
  const add = (problem: Problem | undefined): void => {
    if (problem !== undefined && found.length < most) found.push(problem);
  };
  for (const { heading, pieces } of passages) {
    if (heading !== undefined) for (const problem of hiddenIn(part, heading.text.at)) add(problem);
    for (const piece of pieces) for (const problem of hiddenInPiece(part, piece)) add(problem);
  }
  const html = passages.flatMap((passage) => passage.html);
  for (const run of [...html, ...prose]) for (const problem of hidingMarkup(part, run)) add(problem);
  for (const run of html) for (const problem of boxesInHtml(part, run)) add(problem);
  return found.sort((a, b) => a.at.start - b.at.start);
}

function* hiddenInPiece(part: Part, piece: AnyPiece): Generator<Problem> {
  switch (piece.type) {
    case "item":
      yield* boxesOfItem(part, piece);
      yield* unseen(part, piece.text);
      if (piece.label !== undefined) yield* hiddenIn(part, piece.label.text.at);
      if (piece.field !== undefined) yield* hiddenInField(part, piece.field);
      return;
    case "prose":
      yield* linesWithBoxes(part, piece.text.at);
      return;
    case "label":
      yield* hiddenIn(part, piece.label.text.at);
      if (piece.field !== undefined) yield* unseen(part, piece.field.value);
      return;
    case "field":
      yield* hiddenInField(part, piece.field);
      return;
    case "fence":
      if (isProseFence(piece.language)) for (const line of piece.lines) yield* boxIn(part, line, true);
      return;
    case "table":
      for (const header of piece.headers) yield* hiddenIn(part, header.at);
      for (const cell of piece.cells.flat()) yield* boxIn(part, cell, false);
      for (const text of piece.rows.flat()) yield* unseen(part, text);
  }
}

function* hiddenInField(
  part: Part,
  { label, value }: { readonly label: Text; readonly value: Text },
): Generator<Problem> {
  yield* hiddenIn(part, label.at);
  if (value.value === "") {
    yield* unseen(part, value);
    return;
  }
  if (value.at.end - value.at.start > longestValue) return;
  yield* hiddenIn(part, value.at);
  const source = part.text.slice(value.at.start, value.at.end);
  if (!/^!\[[^\]]*\p{L}/u.test(source) || seenOnly(source).trim() !== "") return;
  const message = "This value is the text of an image, which nobody sees: write it as text";
  yield { rule: "syntax/hidden", message, at: value.at, severity: "warning" };
}

/** A text that is written, and that nobody sees; comments, blanks and hidden elements are told of elsewhere, or are no text. */
function* unseen(part: Part, { value, at }: Text): Generator<Problem> {
  if (value !== "") return;
  const source = part.text.slice(at.start, at.end);
  if (!unseenText.test(source)) return;
  const message = "Nobody sees what stands here, and it counts as nothing: write it as text, or remove it";
  yield { rule: "syntax/hidden", message, at, severity: "warning" };
}

/** The box of an item that has none, and what its further lines seem to be. */
function* boxesOfItem(part: Part, { at: { start, end }, box }: ItemPiece): Generator<Problem> {
  const feed = part.text.indexOf("\n", start);
  const first = feed === -1 || feed > end ? end : feed;
  if (box === undefined) yield* boxIn(part, { start, end: first }, false);
  if (first < end) yield* linesWithBoxes(part, { start: first + 1, end });
}

/** The lines of a paragraph that seem to be list items with a box. */
function* linesWithBoxes(part: Part, { start, end }: Span): Generator<Problem> {
  for (let at = start; at < end; ) {
    const feed = part.text.indexOf("\n", at);
    const to = feed === -1 || feed > end ? end : feed;
    const indent = /^[ \t>]*/.exec(part.text.slice(at, Math.min(to, at + 100)))?.[0].length ?? 0;
    yield* boxIn(part, { start: at + indent, end: to }, true);
    at = to + 1;
  }
}

const realBox = /\[[ xX]\]/;
const laterBox = /(?<=[\s|/,;])[[［⟦〚]/gu;
/** What is longer is no line of boxes. */
const longestLine = 2000;

/** The box with which a line seems to begin and, in a line of boxes, those that follow. */
function* boxIn(part: Part, { start, end }: Span, marker: boolean): Generator<Problem> {
  const source = part.text.slice(start, Math.min(end, start + longestLine));
  if (/^[ -~]*$/.test(source) && !/[&\\<]/.test(source)) return;
  const first = imitatedBox(source, marker);
  if (first !== undefined) yield boxProblem(part, start, source, first);
  if (first === undefined && !realBox.test(source)) return;
  for (const { index } of source.matchAll(laterBox)) {
    if (index < (first?.end ?? 1)) continue;
    const box = imitatedBox(source.slice(index), false);
    if (box !== undefined) yield boxProblem(part, start + index, source.slice(index), box);
  }
}

function boxProblem(part: Part, offset: number, source: string, { start, end, replacement }: ImitatedBox): Problem {
  const shown = replacement.trim();
  const message = `This looks like a box and is none, because of ${named(source.slice(start, end))}: write ${shown}`;
  const at = { part, start: offset + start, end: offset + end };
  return { rule: "syntax/hidden", message, at, replacement, repair: `Write ${shown}`, blocks: true };
}

function* hiddenIn(part: Part, { start, end }: Span): Generator<Problem> {
  for (const { start: from, end: to, imitates, replacement } of findHidden(part.text.slice(start, end))) {
    const at = { part, start: start + from, end: start + to };
    const source = part.text.slice(at.start, at.end);
    if (imitates) {
      const message = `${source} holds letters that only look like Latin (${named(source)}) and is read as another word: write ${replacement}`;
      yield { rule: "syntax/hidden", message, at, replacement, blocks: true };
    } else {
      const message = `${named(source)} hides here, which nobody sees: remove it`;
      yield { rule: "syntax/hidden", message, at, replacement, repair: "Remove what hides", severity: "warning" };
    }
  }
}

/** The first character of a source that no keyboard of Latin letters writes, as Unicode numbers it. */
function named(source: string): string {
  for (const character of source) {
    const point = character.codePointAt(0) ?? 0;
    if (point > 126 || point < 32) return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  }
  return "an escape";
}

const openBox = /(?<!\S)\[ \](?!\S)/g;

/** Open boxes that stand in raw HTML, which no Markdown is: none of them is read. Those in comments nobody sees. */
function* boxesInHtml(part: Part, { start, end }: Span): Generator<Problem> {
  const source = part.text.slice(start, end);
  if (!/\[ \]|<input/i.test(source)) return;
  const told = ({ start: from, end: to }: Span): Problem => {
    const message = "This box stands in HTML, where it is not read: write it in Markdown, below an empty line";
    return { rule: "syntax/hidden", message, at: { part, start: start + from, end: start + to }, blocks: true };
  };
  for (const { index } of seenOnly(source).matchAll(openBox)) yield told({ start: index, end: index + 3 });
  for (let at = source.indexOf("<"); at !== -1; at = source.indexOf("<", at + 1)) {
    if (source.startsWith("<!--", at)) at = endOfComment(source, at);
    const box = source[at] === "<" ? imitatedBox(source.slice(at, at + 320), false) : undefined;
    if (box?.replacement === "[ ]") yield told({ start: at, end: at + box.end });
  }
}

/** Offset of the last character of a comment. */
function endOfComment(source: string, at: number): number {
  const end = source.indexOf("-->", at);
  return end === -1 ? source.length : end + 2;
}

const emptyLink = /(?<!!)\[[ \t]*\]\((?=[^()\r\n]{0,500}["'(][^()"'\r\n]*\p{L})/gu;

function* hidingMarkup(part: Part, { start, end }: Span): Generator<Problem> {
  const source = part.text.slice(start, end);
  if (source.includes("<")) {
    for (let at = source.indexOf("<"); at !== -1; at = source.indexOf("<", at + 1)) {
      if (source.startsWith("<!--", at)) at = endOfComment(source, at);
      const tag = htmlTagAt(source, at);
      if (tag?.hiddenEnd === undefined || tag.name === "style" || tag.name === "video" || tag.name === "iframe")
        continue;
      const message = `What stands in this <${tag.name}> is not shown, but would be read: show it, or remove it`;
      yield { rule: "syntax/hidden", message, at: { part, start: start + at, end: start + tag.end }, blocks: true };
      at = Math.max(at, tag.hiddenEnd - 1);
    }
  }
  if (!source.includes("](")) return;
  for (const match of source.matchAll(emptyLink)) {
    const at = { part, start: start + match.index, end: start + match.index + match[0].length };
    const message = "This link shows nothing, but its title holds words: write them as text, or remove the link";
    yield { rule: "syntax/hidden", message, at, severity: "warning" };
  }
}
