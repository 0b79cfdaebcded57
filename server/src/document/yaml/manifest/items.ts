import type { Pointer } from "../../../text/json.ts";
import type { Text } from "../../../text/place.ts";
import { nodeAt, type YamlNode } from "../../../text/yaml/node.ts";
import { isPlaceholder } from "../../../words/placeholder.ts";
import type { Migration, Reference, RolloutPhase, TestResult, WorkItem } from "../../model.ts";
import type { RollbackStep } from "../../rollback.ts";
import type { ManifestMemory, MigrationOrder } from "./memory.ts";
import { rollbackSteps } from "./rollback-steps.ts";
import { isEmpty, itemsOf, keyOf, present, textAt, textOf, textsOf } from "./texts.ts";

/** What names an item; its own first character where nothing does. */
function nameOf(item: YamlNode, ...keys: readonly string[]): Text {
  const text = textOf(item) ?? textAt(item, ...keys);
  if (text !== undefined) return text;
  const key = item.kind === "map" && !item.flow ? item.entries[0]?.key : undefined;
  return { value: "", at: key ?? item };
}

/** Whether an item of this list that was read before had this index; without one, the list is no list but the item. */
const stoodAt = (pointer: Pointer | undefined, list: Pointer, index: number | undefined): boolean =>
  index === undefined
    ? pointer?.length === list.length
    : pointer?.length === list.length + 1 && pointer[list.length] === index;

const pointerTo = (list: Pointer, index: number | undefined): Pointer =>
  index === undefined ? list : [...list, index];

/** The entries of `scope`. */
export function workItems(scope: YamlNode | undefined, memory: ManifestMemory): readonly WorkItem[] {
  if (scope === undefined) return [];
  const kept = memory.workItemLists.get(scope);
  if (kept !== undefined) return kept;
  const list = ["scope"];
  const items = itemsOf(scope).map((node, at): WorkItem => {
    const index = scope.kind === "sequence" ? at : undefined;
    const known = memory.workItems.get(node);
    if (known !== undefined && stoodAt(known.pointer, list, index)) return known;
    const pointer = pointerTo(list, index);
    const item = known === undefined ? workItem(node, pointer) : { ...known, pointer };
    memory.workItems.set(node, item);
    return item;
  });
  memory.workItemLists.set(scope, items);
  return items;
}

function workItem(node: YamlNode, pointer: Pointer): WorkItem {
  const id = nameOf(node, "id", "pr", "topic", "title", "name");
  return present<WorkItem>({
    id,
    title: textAt(node, "title", "name"),
    owner: textAt(node, "owner"),
    risk: textAt(node, "risk"),
    rollback: rollbackSteps(nodeAt(node, "rollback")),
    at: id.at,
    pointer,
  });
}

/** The entries of `migrations.database` and `migrations.data`. */
export function migrations(root: YamlNode | undefined, memory: ManifestMemory): readonly Migration[] {
  if (root === undefined) return [];
  const kept = memory.migrationLists.get(root);
  if (kept !== undefined) return kept;
  const coveredByPlan = !isEmpty(nodeAt(nodeAt(root, "rollback"), "backward"));
  const all = (["database", "data"] as const).flatMap((target) => {
    const node = nodeAt(root, target);
    const list = ["migrations", target];
    return itemsOf(node).map((item, at): Migration => {
      const index = node?.kind === "sequence" ? at : undefined;
      const known = memory.migrations.get(item);
      const stands = known?.target === target && stoodAt(known.pointer, list, index);
      if (stands && known.coveredByPlan === coveredByPlan) return known;
      const migration = migrationOf(item, target, coveredByPlan, pointerTo(list, index));
      memory.migrations.set(item, migration);
      return migration;
    });
  });
  memory.migrationLists.set(root, all);
  return all;
}

/** The entries of `migrations.order`. */
export function migrationOrder(order: YamlNode | undefined, memory: ManifestMemory): MigrationOrder {
  if (order === undefined) return { texts: [], references: [] };
  const kept = memory.migrationOrders.get(order);
  if (kept !== undefined) return kept;
  const texts = textsOf(order);
  const references = texts
    .filter((id) => !isPlaceholder(id.value))
    .map((id): Reference => ({ kind: "id", target: id.value, at: id.at, names: "migration" }));
  memory.migrationOrders.set(order, { texts, references });
  return { texts, references };
}

function migrationOf(node: YamlNode, target: Migration["target"], coveredByPlan: boolean, pointer: Pointer): Migration {
  const id = nameOf(node, "id", "name", "title");
  return present<Migration>({
    id,
    target,
    strategy: textAt(node, "strategy"),
    rollback: rollbackSteps(nodeAt(node, "rollback")),
    coveredByPlan,
    at: id.at,
    pointer,
  });
}

/** The entries of `rollout.phases`. */
export function rolloutPhases(phases: YamlNode | undefined, memory: ManifestMemory): readonly RolloutPhase[] {
  if (phases === undefined) return [];
  const kept = memory.phaseLists.get(phases);
  if (kept !== undefined) return kept;
  const list = ["rollout", "phases"];
  const all = itemsOf(phases).map((node, at): RolloutPhase => {
    const index = phases.kind === "sequence" ? at : undefined;
    const known = memory.phases.get(node);
    if (known !== undefined && stoodAt(known.pointer, list, index)) return known;
    const phase = phaseOf(node, pointerTo(list, index));
    memory.phases.set(node, phase);
    return phase;
  });
  memory.phaseLists.set(phases, all);
  return all;
}

function phaseOf(node: YamlNode, pointer: Pointer): RolloutPhase {
  const name = nameOf(node, "name", "phase", "title");
  const rollback: readonly RollbackStep[] = rollbackSteps(nodeAt(node, "rollback"));
  return present<RolloutPhase>({
    name,
    traffic: textAt(node, "traffic"),
    duration: textAt(node, "duration"),
    status: textAt(node, "status"),
    monitor: textsOf(nodeAt(node, "monitor")),
    abortWhen: textsOf(nodeAt(node, "abortWhen")),
    rollbackWhen: textsOf(nodeAt(node, "rollbackWhen")),
    success: textsOf(nodeAt(node, "success")),
    rollback,
    at: name.at,
    pointer,
  });
}

/** The suites of `testing`. */
export function testResults(testing: YamlNode | undefined): readonly TestResult[] {
  if (testing?.kind !== "map") return [];
  return testing.entries.map((entry): TestResult => {
    const { node } = entry;
    return present<TestResult>({
      name: keyOf(entry),
      status: textAt(node, "status") ?? textOf(node),
      results: textAt(node, "results", "result", "url"),
      coverage: textAt(node, "coverage"),
      target: textAt(node, "target"),
      criticalIssues: textAt(nodeAt(node, "issues"), "critical") ?? textAt(node, "criticalIssues"),
      at: entry.key,
      pointer: ["testing", entry.keyText],
    });
  });
}
