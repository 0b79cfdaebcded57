import type { Severity } from "../rules/rule.ts";
import type { Span } from "../text/place.ts";
import type { Assessed } from "./assessed.ts";
import { escapeHtml } from "./escape-html.ts";
import type { PageFinding } from "./page-finding.ts";

/** A stretch of the source that the page marks: a placeholder, or the place of a finding. */
export interface Mark extends Span {
  /** Index in the assessment's findings; absent for a placeholder. */
  readonly finding?: number;
}

const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };
export const severityWords: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  information: "Information",
  hint: "Hint",
};

/** All placeholders and findings of a document, by where they start. Hints are listed, not marked. */
export function marksOf({ document, findings }: Assessed): readonly Mark[] {
  const marks: Mark[] = document.placeholders.map(({ at }) => document.span(at));
  findings.forEach((finding, index) => {
    if (finding.severity !== "hint") marks.push({ ...document.span(finding.at), finding: index });
  });
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Marks that lie within a span, ends included. `marks` come sorted by start. */
export function marksWithin(marks: readonly Mark[], { start, end }: Span): readonly Mark[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Mark[] = [];
  for (let at = low; at < marks.length; at++) {
    const mark = marks[at];
    if (mark === undefined || mark.start > end) break;
    if (mark.end <= end) found.push(mark);
  }
  return found;
}

/** Attributes that tie an element to what is wrong with it, with a space before; empty for no findings. */
export function findingAttributes(indexes: readonly number[], findings: readonly PageFinding[]): string {
  const found = indexes.flatMap((index) => findings[index] ?? []);
  const [worst] = [...found].sort((a, b) => weights[b.severity] - weights[a.severity]);
  if (worst === undefined) return "";
  const title = found.map(({ severity, message }) => `${severityWords[severity]}: ${message}`).join("\n");
  const ids = found.map(({ id }) => id).join(" ");
  return ` class="finding ${worst.severity}" title="${escapeHtml(title)}" aria-describedby="${ids}"`;
}

/** Wraps HTML of a text that stands in all of the marks. */
export function wrapMarked(html: string, marks: readonly Mark[], findings: readonly PageFinding[]): string {
  if (marks.length === 0) return html;
  const indexes = marks.flatMap(({ finding }) => finding ?? []);
  const inner = marks.some(({ finding }) => finding === undefined)
    ? `<mark class="placeholder" title="Still to be filled in">${html}</mark>`
    : html;
  const attributes = findingAttributes(indexes, findings);
  return attributes === "" ? inner : `<span${attributes}>${inner}</span>`;
}
