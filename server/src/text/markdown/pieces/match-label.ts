import type { Span } from "../../place.ts";

/** Where the parts of `**Label** (note): value` stand; offsets of the text that was searched. */
export interface LabelMatch {
  readonly label: Span;
  readonly note?: Span;
  /** Where the value begins. */
  readonly value: number;
  /** False for a bold line that ends without a colon. */
  readonly colon: boolean;
}

const strong = /^(\*\*|__)(?=\S)((?:(?!\1)[^\r\n]){1,120}?)\1(?:[ \t]*(\([^()\r\n]*\)))?[ \t]*([:：]?)/;
const emphasised = /^([*_])(?=[^\s*_])([^*_\r\n]{1,80})\1[ \t]*([:：]?)/;
const bare = /^([A-Z][\p{L}\p{N}/&.' -]{0,39}):(?=[ \t])/u;

/**
 * The label that a line of prose starts with. In list items (`inItem`) a few plain words with a colon count too
 * (`- Platform: …`).
 */
export function matchLabel(line: string, inItem: boolean): LabelMatch | undefined {
  const first = line.charCodeAt(0);
  if (first === 42 || first === 95) return matchStrong(line) ?? matchEmphasised(line);
  if (!inItem) return undefined;
  const match = bare.exec(line);
  if (match === null || (match[1] ?? "").trim().split(/\s+/).length > 5) return undefined;
  return { label: { start: 0, end: (match[1] ?? "").length }, value: match[0].length, colon: true };
}

function matchStrong(line: string): LabelMatch | undefined {
  const match = strong.exec(line);
  if (match === null) return undefined;
  const [whole, mark = "", inner = "", note, colon] = match;
  const inside = /[:：]$/.test(inner.trimEnd());
  const start = mark.length;
  const label = { start, end: start + inner.trimEnd().replace(/[:：]$/, "").length };
  if (inside) return { label, value: 2 * mark.length + inner.length, colon: true };
  if (colon !== "") {
    if (note === undefined) return { label, value: whole.length, colon: true };
    const at = line.indexOf(note, mark.length + inner.length);
    return { label, note: { start: at + 1, end: at + note.length - 1 }, value: whole.length, colon: true };
  }
  const alone = line.slice(whole.length).trim() === "" && !/[.!?]$/.test(inner) && inner.length <= 80;
  if (!alone) return undefined;
  const at = note === undefined ? -1 : line.indexOf(note, mark.length + inner.length);
  const noteSpan = note === undefined ? {} : { note: { start: at + 1, end: at + note.length - 1 } };
  return { label, ...noteSpan, value: whole.length, colon: false };
}

function matchEmphasised(line: string): LabelMatch | undefined {
  const match = emphasised.exec(line);
  if (match === null) return undefined;
  const inner = match[2] ?? "";
  const inside = /[:：]$/.test(inner);
  if (!inside && match[3] === "") return undefined;
  const label = { start: 1, end: 1 + inner.replace(/[:：]$/, "").trimEnd().length };
  return { label, value: inside ? inner.length + 2 : match[0].length, colon: true };
}
