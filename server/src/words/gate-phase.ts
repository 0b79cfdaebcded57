import { namesRollback } from "./rollback-words.ts";
import type { GatePhase } from "./terms.ts";

/** The phase of the gates of a section, and who said so. */
export interface PhaseReading {
  readonly phase: GatePhase;
  /** `schema`, the words of a heading, or nobody. */
  readonly by: "schema" | "words" | "none";
}

export const undecided: PhaseReading = { phase: "pre-release", by: "none" };

const event =
  "(?:release|deploy(?:ment|ing)?|launch|production|prod|roll-?out|go-live|cut-?over|upgrade|tag|publish(?:ing)?)";
const before = new RegExp(`(?:^|-)(?:pre-?|before-(?:the-|a-|you-)?)${event}(?:-|$)|pre-?flight|^before(?:hand)?$`);
const after = new RegExp(`(?:^|-)(?:post-?|after-(?:the-|a-)?)${event}(?:-|$)|^after(?:wards?)?$`);
const preparing = /(?:^|-)(?:builds?|staging|readiness|preparation|prerequisites?|go-no-go|no-go)(?:-|$)/;
const during =
  /(?:^|-)(?:deploy(?:ment|ing|s)?|roll-?outs?|during|canary|production|go-live|cut-?over|releasing)(?:-|$)|^(?:the-)?release(?:-(?:day|steps?|execution|process|phase|window|tasks?))?$|(?:make|cut|do|perform|publish)-(?:the-|a-)?release/;

/** What the words of a heading say of a phase. */
export interface PhaseWords {
  /** `prepared`: it says whether a rollback is ready, which is work before the release. `act`: a rollback under way. */
  readonly rollback: "none" | "prepared" | "named" | "act";
  readonly before: boolean;
  readonly after: boolean;
  readonly preparing: boolean;
  readonly during: boolean;
}

export const phaseWordsOf = (slug: string): PhaseWords => ({
  rollback: rollbackWords(slug),
  before: before.test(slug),
  after: after.test(slug),
  preparing: preparing.test(slug),
  during: during.test(slug),
});

function rollbackWords(slug: string): PhaseWords["rollback"] {
  if (!namesRollback(slug)) return "none";
  if (/readiness|(?:^|-)(?:ready|tested|validated|preparation)(?:-|$)/.test(slug)) return "prepared";
  return /post-roll|checklist|procedure|steps|execution|actions/.test(slug) ? "act" : "named";
}

/**
 * The phase of a section: its own schema annotation; else what its heading says of before and after; else that of the
 * section around it; else a heading that speaks of deploying; else pre-release.
 *
 * `annotated` is the annotation of the section; `parent` the reading of the section around it.
 */
export function phaseOf(
  wordsOf: () => PhaseWords,
  annotated: GatePhase | undefined,
  parent: PhaseReading,
): PhaseReading {
  if (annotated !== undefined) return { phase: annotated, by: "schema" };
  const words = wordsOf();
  const inPreparation = parent.phase === "pre-release" && parent.by !== "none";
  if (words.rollback === "act" || (words.rollback === "named" && !inPreparation))
    return { phase: "rollback", by: "words" };
  if (words.before) return { phase: "pre-release", by: "words" };
  if (words.after) return { phase: "post-release", by: "words" };
  if (words.preparing && parent.by !== "schema") return { phase: "pre-release", by: "words" };
  if (parent.by !== "none") return parent;
  return words.during ? { phase: "release", by: "words" } : undecided;
}
