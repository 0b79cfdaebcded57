import type { Text } from "../../../text/place.ts";
import type { MapEntry, YamlNode } from "../../../text/yaml/node.ts";
import type { GatePhase } from "../../../words/terms.ts";
import type { KindDefinition, SectionDefinition } from "../../kind.ts";
import type { DateText, Field, Gate, Migration, Reference, RolloutPhase, Section, WorkItem } from "../../model.ts";
import type { RollbackPlan } from "../../rollback.ts";

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

/** What one top-level key gives. */
export interface KeyReading {
  readonly section: Section;
  readonly fields: readonly Field[];
}

/** The gates of a top-level key. */
export interface KeyGates extends GateList {
  readonly keyText: string;
}

/** The order of migrations, as written and as what it names. */
export interface MigrationOrder {
  readonly texts: readonly Text[];
  readonly references: readonly Reference[];
}

/**
 * What was derived from nodes, kept as long as they live: a later reading shares the nodes that did not change, and so
 * their entities. Owned by a chain of readings.
 */
export interface ManifestMemory {
  /** Of a kind, its sections by the slugs of their titles. */
  readonly titles: WeakMap<KindDefinition, ReadonlyMap<string, SectionDefinition>>;
  readonly keys: WeakMap<MapEntry, KeyReading>;
  readonly keyGates: WeakMap<YamlNode, KeyGates>;
  readonly drafts: WeakMap<YamlNode, GateDraft>;
  readonly gates: WeakMap<YamlNode, Gate>;
  readonly gateLists: WeakMap<YamlNode, GateList>;
  readonly workItems: WeakMap<YamlNode, WorkItem>;
  readonly workItemLists: WeakMap<YamlNode, readonly WorkItem[]>;
  readonly migrations: WeakMap<YamlNode, Migration>;
  readonly migrationLists: WeakMap<YamlNode, readonly Migration[]>;
  readonly migrationOrders: WeakMap<YamlNode, MigrationOrder>;
  readonly phases: WeakMap<YamlNode, RolloutPhase>;
  readonly phaseLists: WeakMap<YamlNode, readonly RolloutPhase[]>;
  /** Of the nodes of phases, the slugs of their names. */
  readonly phaseNames: WeakMap<YamlNode, string>;
  readonly rollbackPlans: WeakMap<YamlNode, RollbackPlan>;
}

export const createManifestMemory = (): ManifestMemory => ({
  titles: new WeakMap(),
  keys: new WeakMap(),
  keyGates: new WeakMap(),
  drafts: new WeakMap(),
  gates: new WeakMap(),
  gateLists: new WeakMap(),
  workItems: new WeakMap(),
  workItemLists: new WeakMap(),
  migrations: new WeakMap(),
  migrationLists: new WeakMap(),
  migrationOrders: new WeakMap(),
  phases: new WeakMap(),
  phaseLists: new WeakMap(),
  phaseNames: new WeakMap(),
  rollbackPlans: new WeakMap(),
});
