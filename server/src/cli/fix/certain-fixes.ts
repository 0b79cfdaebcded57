import type { Assessment, ReleaseDocsService } from "../../engine/service.ts";
import { append } from "../../text/append.ts";
import { createLineIndex } from "../../text/line-index.ts";
import type { Span, TextChange } from "../../text/place.ts";

/** A fix that was carried out. */
export interface Fixed {
  /** Where its finding stood, from 1, in the text that it was found in. */
  readonly line: number;
  readonly rule: string;
  /** What it did, in the imperative. */
  readonly title: string;
}

/** A text with the certain fixes of its findings, as far as they do not touch each other. */
export interface FixedText {
  readonly text: string;
  readonly fixed: readonly Fixed[];
}

/** Carries out the certain fixes of an assessment, first come first served where two would change the same text. */
export function applyCertainFixes(service: ReleaseDocsService, { document, findings }: Assessment): FixedText {
  const index = createLineIndex(document.text);
  const taken: TextChange[] = [];
  const fixed: Fixed[] = [];
  for (const { rule, at, fixes } of findings) {
    const fix = fixes.find(({ certain }) => certain);
    const changes = fix && service.edit(document, fix.intention);
    if (fix === undefined || changes === undefined || changes.length === 0) continue;
    if (changes.some((change) => taken.some((other) => touch(change, other)))) continue;
    append(taken, changes);
    fixed.push({ line: index.position(document.span(at).start).line + 1, rule, title: fix.title });
  }
  return { text: changed(document.text, taken), fixed };
}

const touch = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

function changed(text: string, changes: readonly TextChange[]): string {
  let result = text;
  for (const { start, end, text: put } of [...changes].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + put + result.slice(end);
  }
  return result;
}
