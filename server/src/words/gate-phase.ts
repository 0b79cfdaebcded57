import { slugHas } from "./lists.ts";
import { namesRollback } from "./rollback-words.ts";
import type { GatePhase } from "./terms.ts";

/** The phase of the gates of a section, and who said so. */
export interface PhaseReading {
  readonly phase: GatePhase;
  /** `schema`, the words of a heading, or nobody. */
  readonly by: "schema" | "words" | "none";
}

export const undecided: PhaseReading = { phase: "pre-release", by: "none" };

/** What the words of a heading say of a phase. */
export interface PhaseWords {
  /** `prepared`: it says whether a rollback is ready, which is work before the release. `act`: a rollback under way. */
  readonly rollback: "none" | "prepared" | "named" | "act";
  readonly before: boolean;
  readonly after: boolean;
  readonly preparing: boolean;
  readonly during: boolean;
}

const before = slugHas("phaseBefore");
const after = slugHas("phaseAfter");
const preparing = slugHas("phasePreparing");
const during = slugHas("phaseDuring");
const isPrepared = slugHas("rollbackPrepared");
const isAct = slugHas("rollbackActs");

export const phaseWordsOf = (slug: string): PhaseWords => ({
  rollback: rollbackWords(slug),
  before: before(slug),
  after: after(slug),
  preparing: preparing(slug),
  during: during(slug),
});

function rollbackWords(slug: string): PhaseWords["rollback"] {
  if (!namesRollback(slug)) return "none";
  if (isPrepared(slug)) return "prepared";
  return isAct(slug) ? "act" : "named";
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
