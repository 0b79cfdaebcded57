import type { DateText, Gate, Migration, RolloutPhase, WorkItem } from "../../model.ts";
import type { YamlNode } from "../node.ts";

/** A gate before it is known which of several equal ones it is. */
export interface GateDraft {
  readonly gate: Omit<Gate, "id" | "phase" | "rolloutPhase">;
  /** The normalised text. */
  readonly name: string;
  readonly date: DateText | undefined;
}

/** What one list of gates gives. */
export interface GateList {
  /** Path, phase and index of the rollout phase that it was made for. */
  readonly context: string;
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
}

export const createManifestMemory = (): ManifestMemory => ({
  drafts: new WeakMap(),
  gates: new WeakMap(),
  gateLists: new WeakMap(),
  workItems: new WeakMap(),
  workItemLists: new WeakMap(),
  migrations: new WeakMap(),
  phases: new WeakMap(),
});
