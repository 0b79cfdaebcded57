import { createLineIndex, type LineIndex } from "../text/line-index.ts";
import type { Assessed } from "./assessed.ts";
import { LineAnchors } from "./line-anchors.ts";
import { type Mark, marksOf } from "./marks.ts";
import { type PageFinding, pageFindings } from "./page-finding.ts";

/** What the renderers of one page share. */
export interface PageContext extends Assessed {
  /** The first of them, as many as a page can show. */
  readonly findings: readonly PageFinding[];
  /** How many more there are. */
  readonly moreFindings: number;
  readonly lines: LineIndex;
  readonly anchors: LineAnchors;
  /** Sorted by start. */
  readonly marks: readonly Mark[];
  /** Boxes can be answered. */
  readonly interactive: boolean;
}

/** Nobody reads so many, and each is an element: a page of many thousands takes long to make and to show. */
export const mostListed = 2_000;

export function createPageContext(assessed: Assessed, interactive: boolean): PageContext {
  const { document, stage, due, verdict, shaped } = assessed;
  const findings = pageFindings(assessed.findings.slice(0, mostListed));
  const moreFindings = assessed.findings.length - findings.length;
  const lines = createLineIndex(document.text);
  const anchors = new LineAnchors(lines);
  const marks = marksOf(assessed);
  return { document, stage, due, findings, moreFindings, verdict, shaped, lines, anchors, marks, interactive };
}
