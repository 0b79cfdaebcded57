import { concatenated } from "../../../text/append.ts";
import type { Pointer } from "../../../text/json.ts";
import type { Text } from "../../../text/place.ts";
import { isOptionList } from "../../../text/values/option-list.ts";
import { slug } from "../../../text/values/slug.ts";
import { entryOf, type MapEntry, type MapNode, nodeAt, type YamlNode } from "../../../text/yaml/node.ts";
import { slugHas } from "../../../words/lists.ts";
import { isPlaceholder } from "../../../words/placeholder.ts";
import type { GatePhase } from "../../../words/terms.ts";
import type { KindDefinition } from "../../kind.ts";
import type {
  DateText,
  Field,
  Gate,
  Migration,
  Reference,
  ReleaseFacts,
  RolloutPhase,
  Section,
  TestResult,
  WorkItem,
} from "../../model.ts";
import type { RollbackPlan } from "../../rollback.ts";
import { gateList } from "./gates.ts";
import { migrationOrder, migrations, rolloutPhases, testResults, workItems } from "./items.ts";
import type { GateContext, GateList, ManifestMemory } from "./memory.ts";
import { rollbackPlan } from "./rollback-plan.ts";
import { keysOf, wordsOf } from "./sections.ts";
import { itemsOf, present, textAt, textsOf } from "./texts.ts";

/** What a manifest says, in the model that all formats share. */
export interface Manifest {
  readonly title: Text | undefined;
  readonly facts: ReleaseFacts;
  readonly fields: readonly Field[];
  readonly sections: readonly Section[];
  readonly gates: readonly Gate[];
  readonly workItems: readonly WorkItem[];
  readonly migrations: readonly Migration[];
  readonly migrationOrder: readonly Text[];
  readonly phases: readonly RolloutPhase[];
  readonly abortRules: readonly Text[];
  readonly rollback: RollbackPlan;
  readonly tests: readonly TestResult[];
  readonly dates: readonly DateText[];
  /** Names of migrations in `migrations.order`. */
  readonly orderReferences: readonly Reference[];
}

/** Maps the value of a manifest, of whatever shape, to the model. */
export function manifestOf(
  root: MapNode,
  kind: KindDefinition,
  unreadable: readonly Pointer[],
  memory: ManifestMemory,
): Manifest {
  const release = nodeAt(root, "release");
  const facts = factsOf(release);
  const keys = keysOf(root, kind, memory);
  const { gates, dates } = gatesOf(root, kind, memory);
  const rollout = nodeAt(root, "rollout");
  const migrationRoot = nodeAt(root, "migrations");
  const order = migrationOrder(nodeAt(migrationRoot, "order"), memory);
  const broken = unreadable.some((pointer) => pointer.length === 0 || pointer[0] === "rollback");
  return {
    title: textAt(release, "name", "title"),
    facts,
    fields: keys.flatMap(({ fields }) => fields),
    sections: keys.map(({ section }) => section),
    gates,
    workItems: workItems(nodeAt(root, "scope"), memory),
    migrations: migrations(migrationRoot, memory),
    migrationOrder: order.texts,
    phases: rolloutPhases(nodeAt(rollout, "phases"), memory),
    abortRules: textsOf(nodeAt(rollout, "abortRules")),
    rollback: rollbackPlanOf(entryOf(root, "rollback"), broken, memory),
    tests: testResults(nodeAt(root, "testing")),
    dates: [...(facts.date === undefined ? [] : [{ label: "Release date", value: facts.date }]), ...dates],
    orderReferences: order.references,
  };
}

function rollbackPlanOf(entry: MapEntry | undefined, broken: boolean, memory: ManifestMemory): RollbackPlan {
  const kept = entry === undefined ? undefined : memory.rollbackPlans.get(entry.node);
  if (kept?.unreadable === broken && kept.headings[0] === entry?.key) return kept;
  const plan = rollbackPlan(entry, broken);
  if (entry !== undefined) memory.rollbackPlans.set(entry.node, plan);
  return plan;
}

function factsOf(release: YamlNode | undefined): ReleaseFacts {
  const status = textAt(release, "status");
  return present<ReleaseFacts>({
    version: textAt(release, "id", "version"),
    previousVersion: textAt(release, "previousVersion"),
    date: textAt(release, "date"),
    owners: [...textsOf(nodeAt(release, "owners")), ...textsOf(nodeAt(release, "owner"))],
    status,
    statusStated:
      status !== undefined && status.value !== "" && !isOptionList(status.value) && !isPlaceholder(status.value),
    runbook: textAt(release, "runbook"),
  });
}

/** All gates in the order of the top-level keys. */
function gatesOf(root: MapNode, kind: KindDefinition, memory: ManifestMemory): GateList {
  const lists: GateList[] = [];
  const seen = new Set<string>();
  for (const { keyText } of root.entries) {
    const node = seen.has(keyText) ? undefined : nodeAt(root, keyText);
    seen.add(keyText);
    if (node !== undefined) lists.push(gatesOfKey(keyText, node, kind, memory));
  }
  return joined(lists);
}

function gatesOfKey(keyText: string, node: YamlNode, kind: KindDefinition, memory: ManifestMemory): GateList {
  const kept = memory.keyGates.get(node);
  if (kept?.keyText === keyText) return kept;
  const lists: GateList[] = [];
  const take: Take = (list, context) => lists.push(gateList(list, context, memory));
  if (keyText === "approvals") take(node, { path: [keyText], phase: "pre-release", form: "approval" });
  else if (keyText === "checklist") takeChecklist(node, kind, take);
  else if (keyText === "migrations") {
    for (const target of ["database", "data"]) {
      take(nodeAt(node, target), { path: [keyText, target], phase: "release", form: "entry" });
    }
  } else if (keyText === "rollout") takeRollout(node, take, memory);
  const all = { keyText, ...joined(lists) };
  memory.keyGates.set(node, all);
  return all;
}

const joined = (lists: readonly GateList[]): GateList => ({
  gates: concatenated(lists.map(({ gates }) => gates)),
  dates: concatenated(lists.map(({ dates }) => dates)),
});

type Take = (list: YamlNode | undefined, context: GateContext) => void;

function takeChecklist(node: YamlNode | undefined, kind: KindDefinition, take: Take): void {
  if (node?.kind !== "map") {
    take(node, { path: ["checklist"], phase: "pre-release", form: "entry" });
    return;
  }
  const lists = kind.sections.find((section) => section.key === "checklist")?.sections ?? [];
  const seen = new Set<string>();
  for (const { keyText } of node.entries) {
    if (seen.has(keyText)) continue;
    seen.add(keyText);
    const phase = lists.find((list) => list.key === keyText)?.gatePhase ?? phaseOfList(keyText);
    take(nodeAt(node, keyText), { path: ["checklist", keyText], phase, form: "entry" });
  }
}

const isRollback = slugHas("listRollback");
const isAfter = slugHas("listAfter");
const isBefore = slugHas("listBefore");
const isDuring = slugHas("listDuring");

/** `preRelease`, `duringRelease`, `postRelease`, and what teams call theirs. */
function phaseOfList(keyText: string): GatePhase {
  const words = slug(wordsOf(keyText));
  if (isRollback(words)) return "rollback";
  if (isAfter(words)) return "post-release";
  return isBefore(words) || !isDuring(words) ? "pre-release" : "release";
}

function takeRollout(node: YamlNode | undefined, take: Take, memory: ManifestMemory): void {
  take(nodeAt(node, "gates"), { path: ["rollout"], phase: "release", form: "entry" });
  const names = new Map<string, number>();
  itemsOf(nodeAt(node, "phases")).forEach((phase, rolloutPhase) => {
    const name = memory.phaseNames.get(phase) ?? (slug(textAt(phase, "name")?.value ?? "") || "phase");
    memory.phaseNames.set(phase, name);
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    const path = ["rollout", count === 1 ? name : `${name}~${count}`];
    take(nodeAt(phase, "gates"), { path, phase: "release", form: "entry", rolloutPhase });
  });
}
