import type { Migration, Pointer, RollbackStep, RolloutPhase, TestResult, WorkItem } from "../../model.ts";
import type { Text } from "../../place.ts";
import { nodeAt, type YamlNode } from "../node.ts";
import type { ManifestMemory } from "./memory.ts";
import { rollbackSteps } from "./rollback-steps.ts";
import { isEmpty, itemsOf, keyOf, present, textAt, textOf, textsOf } from "./texts.ts";

/** What names an item; its own first character where nothing does. */
function nameOf(item: YamlNode, ...keys: readonly string[]): Text {
  const text = textOf(item) ?? textAt(item, ...keys);
  if (text !== undefined) return text;
  const key = item.kind === "map" && !item.flow ? item.entries[0]?.key : undefined;
  return { value: "", at: key ?? item };
}

const samePointer = (a: Pointer | undefined, b: Pointer): boolean =>
  a !== undefined && a.length === b.length && a.every((step, at) => step === b[at]);

/** The entries of `scope`. */
export function workItems(scope: YamlNode | undefined, memory: ManifestMemory): readonly WorkItem[] {
  if (scope === undefined) return [];
  const kept = memory.workItemLists.get(scope);
  if (kept !== undefined) return kept;
  const items = itemsOf(scope).map((node, index): WorkItem => {
    const pointer = scope.kind === "sequence" ? ["scope", index] : ["scope"];
    const known = memory.workItems.get(node);
    const item =
      known === undefined
        ? workItem(node, pointer)
        : samePointer(known.pointer, pointer)
          ? known
          : { ...known, pointer };
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
  const coveredByPlan = !isEmpty(nodeAt(nodeAt(root, "rollback"), "backward"));
  return (["database", "data"] as const).flatMap((target) => {
    const list = nodeAt(root, target);
    return itemsOf(list).map((node, index): Migration => {
      const pointer = list?.kind === "sequence" ? ["migrations", target, index] : ["migrations", target];
      const known = memory.migrations.get(node);
      if (known?.coveredByPlan === coveredByPlan && samePointer(known.pointer, pointer)) return known;
      const migration = migrationOf(node, target, coveredByPlan, pointer);
      memory.migrations.set(node, migration);
      return migration;
    });
  });
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
  return itemsOf(phases).map((node, index): RolloutPhase => {
    const pointer = phases?.kind === "sequence" ? ["rollout", "phases", index] : ["rollout", "phases"];
    const known = memory.phases.get(node);
    if (known !== undefined && samePointer(known.pointer, pointer)) return known;
    const phase = phaseOf(node, pointer);
    memory.phases.set(node, phase);
    return phase;
  });
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
