import type { Text } from "../../place.ts";
import { slug } from "../../values/slug.ts";
import { textAt } from "../prose.ts";
import type { PartField } from "./part-field.ts";
import type { Label } from "./pieces.ts";

/** A line of a paragraph, with the lines that go on with it. */
export interface PlainLine {
  readonly text: Text;
  /** The few words before a colon or a dash with which it begins. */
  readonly label?: Label;
  /** Absent where nothing follows the label. */
  readonly field?: PartField;
}

const labelled = /^([\p{Lu}@][\p{L}\p{N}/&.' -]{0,48}?)(?:[:：][ \t]*|[ \t]+[–—-]{1,2}[ \t]+)(?=\S|$)/u;

/**
 * The lines of a paragraph that begin with a label without marks (`Trigger: error rate over 5%`, `Owner - Alice`), each
 * with the lines below that have none, and what stands before the first of them.
 */
export function plainLines(text: Text): readonly PlainLine[] {
  const { part, start, end } = text.at;
  if (!/[:：]|\s[–—-]/.test(text.value)) return [{ text }];
  const starts: number[] = [];
  for (let at = start; at < end; ) {
    const next = part.text.indexOf("\n", at);
    const to = next === -1 || next > end ? end : next;
    if (at === start || labelled.test(part.text.slice(at, to).trimStart())) starts.push(at);
    at = to + 1;
  }
  return starts.map((at, index) => lineOf(textAt(part, { start: at, end: starts[index + 1] ?? end })));
}

function lineOf(text: Text): PlainLine {
  const { part, start, end } = text.at;
  const match = labelled.exec(part.text.slice(start, end));
  const words = match?.[1]?.trimEnd() ?? "";
  if (match === null || words.split(/\s+/).length > 5) return { text };
  const label = textAt(part, { start, end: start + words.length });
  const key = slug(label.value);
  const value = textAt(part, { start: start + match[0].length, end });
  return {
    text,
    label: { key, text: label },
    ...(value.value === "" ? {} : { field: { key, label, value } }),
  };
}

/** The sentences of a text, each with its place. */
export function sentencesOf(text: Text): readonly Text[] {
  const { part, start, end } = text.at;
  const source = part.text.slice(start, end);
  const sentences: Text[] = [];
  let from = 0;
  for (const match of source.matchAll(/(?<=[\p{L}\p{N})\]`*_%"”][.!?])\s+(?=[\p{Lu}@`*[])/gu)) {
    sentences.push(textAt(part, { start: start + from, end: start + match.index }));
    from = match.index + match[0].length;
  }
  return from === 0 ? [text] : [...sentences, textAt(part, { start: start + from, end })];
}
