import type { Gate, ReleaseDocument } from "../document/model.ts";
import type { GatePhase } from "../words/terms.ts";
import type { Stage } from "./stage.ts";

const duePhases: Readonly<Record<Stage, readonly GatePhase[]>> = {
  draft: [],
  "in-review": [],
  approved: ["pre-release"],
  "in-progress": ["pre-release"],
  completed: ["pre-release", "release", "post-release"],
  "rolled-back": ["rollback"],
  cancelled: [],
};

/** Whether a gate must be answered by now. */
export interface IsDue {
  (gate: Gate): boolean;
  /** Equal for two that say the same of every gate. */
  readonly key: string;
}

/** The rollout phases that lie behind: those before the active one, and those that are done. */
function phasesBehind(document: ReleaseDocument): ReadonlySet<number> {
  const statuses = document.phases.map((phase) => phase.status?.value.trim().toLowerCase());
  const active = statuses.lastIndexOf("active");
  return new Set(statuses.flatMap((status, index) => (index < active || status === "done" ? [index] : [])));
}

/**
 * Tells of each gate of a document whether it must be answered by now (design: *Due*). Nothing is due in a template. With
 * `only`, the gates of that phase are due and no others, whatever the stage.
 */
export function dueAt(document: ReleaseDocument, stage: Stage, only?: GatePhase): IsDue {
  if (document.template) return Object.assign(() => false, { key: "none" });
  const phases: readonly GatePhase[] = only === undefined ? duePhases[stage] : [only];
  const behind = only === undefined && stage === "in-progress" ? phasesBehind(document) : new Set<number>();
  const isDue = ({ required, phase, rolloutPhase }: Gate): boolean =>
    required && (phases.includes(phase) || (rolloutPhase !== undefined && behind.has(rolloutPhase)));
  return Object.assign(isDue, { key: `${phases.join(" ")} ${[...behind].join(" ")}` });
}
