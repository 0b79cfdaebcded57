import type { Gate, GatePhase, ReleaseDocument } from "../document/model.ts";
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
export function dueAt(document: ReleaseDocument, stage: Stage, only?: GatePhase): (gate: Gate) => boolean {
  if (document.template) return () => false;
  if (only !== undefined) return (gate) => gate.required && gate.phase === only;
  const phases = new Set(duePhases[stage]);
  const behind = stage === "in-progress" ? phasesBehind(document) : new Set<number>();
  return (gate) =>
    gate.required && (phases.has(gate.phase) || (gate.rolloutPhase !== undefined && behind.has(gate.rolloutPhase)));
}
