import { Parser } from "yaml";
import { applyChanges } from "../../changes.ts";
import { refuseYaml } from "../../guard.ts";
import { createLineIndex } from "../../line-index.ts";
import type { Span, TextChange } from "../../place.ts";
import { layOut } from "./lay-out-yaml.ts";
import { spacingChanges } from "./line-spacing.ts";
import { onlyDocument, readsTheSame } from "./reads-the-same.ts";

/**
 * Changes that indent a YAML text by `step` spaces a level and set single blanks; with `within`, those in the top-level
 * entries that a span touches. Nothing but white space changes. None for a text with errors, with several documents, or whose
 * value might change.
 */
export function formatYaml(text: string, step = 2, within?: Span): readonly TextChange[] {
  if (refuseYaml(text) !== undefined) return [];
  const tokens = [...new Parser().parse(text)];
  const before = onlyDocument(tokens, text);
  if (before === undefined) return [];
  const layout = layOut(tokens, text, Math.min(Math.max(Math.trunc(step), 1), 8));
  if (layout === undefined) return [];
  const changes = spacingChanges(text, layout);
  const wanted = within === undefined ? changes : inside(changes, wholeEntries(text, within));
  if (wanted.length === 0) return [];
  const result = applyChanges(text, wanted);
  return blank(result) === blank(text) && readsTheSame(before, result) ? wanted : [];
}

const blank = (text: string): string => text.replace(/\s+/g, "");

const inside = (changes: readonly TextChange[], { start, end }: Span): readonly TextChange[] =>
  changes.filter((change) => start <= change.start && change.end <= end);

/** A span stretched to the lines at the margin around it, where entries begin. */
function wholeEntries(text: string, { start, end }: Span): Span {
  const lines = createLineIndex(text);
  const opens = (line: number): boolean => {
    const span = lines.line(line);
    return /^[^\s#-]/.test(text.slice(span.start, span.start + 1));
  };
  let first = lines.position(start).line;
  while (first > 0 && !opens(first)) first--;
  let last = lines.position(end).line + 1;
  while (last < lines.lineCount && !opens(last)) last++;
  return { start: lines.line(first).start, end: last < lines.lineCount ? lines.line(last).start : text.length };
}
