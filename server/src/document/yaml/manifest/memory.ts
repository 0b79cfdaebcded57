import type { DateText, Gate, GatePhase, Migration, RollbackPlan, RolloutPhase, WorkItem } from "../../model.ts";
import type { YamlNode } from "../node.ts";

/** Where a list of gates stands and what that says of them. */
export interface GateContext {
  /** Keys and names from the root: no indexes, so that an insert moves no id. */
  readonly path: readonly string[];
  readonly phase: GatePhase;
  readonly form: "entry" | "approval";
  readonly rolloutPhase?: number;
}

/** A gate before it is known which of several equal ones it is. */
export interface GateDraft {
  readonly gate: Omit<Gate, "id" | "phase" | "rolloutPhase">;
  /** The normalised text. */
  readonly name: string;
  readonly date: DateText | undefined;
}

/** What one list of gates gives. */
export interface GateList {
  /** What it was made for. */
  readonly context?: GateContext;
  readonly gates: readonly Gate[];
  readonly dates: readonly DateText[];
}

/**
 * What was derived from nodes, kept as long as they live: a later reading shares the nodes that did not change, and so
 * their entities. Owned by a chain of readings.
 */
export interface ManifestMemory {
  readonly drafts: WeakMap<YamlNode, GateDraft>;
  readonly gates: WeakMap<YamlNode, Gate>;
  readonly gateLists: WeakMap<YamlNode, GateList>;
  readonly workItems: WeakMap<YamlNode, WorkItem>;
  readonly workItemLists: WeakMap<YamlNode, readonly WorkItem[]>;
  readonly migrations: WeakMap<YamlNode, Migration>;
  readonly phases: WeakMap<YamlNode, RolloutPhase>;
  /** Of the nodes of phases, the slugs of their names. */
  readonly phaseNames: WeakMap<YamlNode, string>;
  readonly rollbackPlans: WeakMap<YamlNode, RollbackPlan>;
}

export const createManifestMemory = (): ManifestMemory => ({
  drafts: new WeakMap(),
  gates: new WeakMap(),
  gateLists: new WeakMap(),
  workItems: new WeakMap(),
  workItemLists: new WeakMap(),
  migrations: new WeakMap(),
  phases: new WeakMap(),
  phaseNames: new WeakMap(),
  rollbackPlans: new WeakMap(),
});
