import { createLineIndex, type LineIndex } from "../text/line-index.ts";
import type { Assessed } from "./assessed.ts";
import { LineAnchors } from "./line-anchors.ts";
import { type Mark, marksOf } from "./marks.ts";
import { type PageFinding, pageFindings } from "./page-finding.ts";

/** What the renderers of one page share. */
export interface PageContext extends Assessed {
  readonly findings: readonly PageFinding[];
  readonly lines: LineIndex;
  readonly anchors: LineAnchors;
  /** Sorted by start. */
  readonly marks: readonly Mark[];
  /** Boxes can be answered. */
  readonly interactive: boolean;
}

export function createPageContext(assessed: Assessed, interactive: boolean): PageContext {
  const { document, stage, due, verdict, shaped } = assessed;
  const findings = pageFindings(assessed.findings);
  const lines = createLineIndex(document.text);
  const anchors = new LineAnchors(lines);
  return { document, stage, due, findings, verdict, shaped, lines, anchors, marks: marksOf(assessed), interactive };
}
