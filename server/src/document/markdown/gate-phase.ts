import type { GatePhase } from "../model.ts";
import { namesRollback } from "./rollback-words.ts";

/** The phase of the gates of a section, and who said so. */
export interface PhaseReading {
  readonly phase: GatePhase;
  /** `schema`, the words of a heading, or nobody. */
  readonly by: "schema" | "words" | "none";
}

export const undecided: PhaseReading = { phase: "pre-release", by: "none" };

const event =
  "(?:release|deploy(?:ment|ing)?|launch|production|prod|roll-?out|go-live|cut-?over|upgrade|tag|publish(?:ing)?)";
const before = new RegExp(`(?:^|-)(?:pre-?|before-(?:the-|a-|you-)?)${event}(?:-|$)|pre-?flight`);
const after = new RegExp(`(?:^|-)(?:post-?|after-(?:the-|a-)?)${event}(?:-|$)`);
const preparing = /(?:^|-)(?:builds?|staging|readiness|preparation|prerequisites?|go-no-go|no-go)(?:-|$)/;
const during =
  /(?:^|-)(?:deploy(?:ment|ing|s)?|roll-?outs?|during|canary|production|go-live|cut-?over|releasing)(?:-|$)|^(?:the-)?release(?:-(?:day|steps?|execution|process|phase|window|tasks?))?$|(?:make|cut|do|perform|publish)-(?:the-|a-)?release/;

/**
 * The phase of a section: its own schema annotation; else what its heading says of before and after; else that of the
 * section around it; else a heading that speaks of deploying; else pre-release.
 *
 * `annotated` is the annotation of the section; `parent` the reading of the section around it.
 */
export function phaseOf(slug: string, annotated: GatePhase | undefined, parent: PhaseReading): PhaseReading {
  if (annotated !== undefined) return { phase: annotated, by: "schema" };
  if (namesRollback(slug) && rollsBack(slug, parent)) return { phase: "rollback", by: "words" };
  if (before.test(slug)) return { phase: "pre-release", by: "words" };
  if (after.test(slug)) return { phase: "post-release", by: "words" };
  if (preparing.test(slug) && parent.by !== "schema") return { phase: "pre-release", by: "words" };
  if (parent.by !== "none") return parent;
  return during.test(slug) ? { phase: "release", by: "words" } : undecided;
}

/** A rollback that is only prepared (*Rollback Readiness*) is work before the release. */
function rollsBack(slug: string, parent: PhaseReading): boolean {
  if (/readiness|(?:^|-)(?:ready|tested|validated|preparation)(?:-|$)/.test(slug)) return false;
  if (parent.phase !== "pre-release" || parent.by === "none") return true;
  return /post-roll|checklist|procedure|steps|execution|actions/.test(slug);
}
