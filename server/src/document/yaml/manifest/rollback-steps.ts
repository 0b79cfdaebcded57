import { entryOf, type MapNode, nodeAt, type YamlNode } from "../../../text/yaml/node.ts";
import type { RollbackForm } from "../../../words/terms.ts";
import type { RollbackStep } from "../../rollback.ts";
import { isEmpty, itemsOf, present, textAt, textOf } from "./texts.ts";

const forms: readonly Exclude<RollbackForm, "irreversible" | "step">[] = [
  "flag",
  "script",
  "command",
  "revert",
  "config",
];

/** The steps that a `rollback:` value names: a map by form, a list of such, or a sentence. */
export function rollbackSteps(node: YamlNode | undefined): readonly RollbackStep[] {
  return itemsOf(node).flatMap((item): readonly RollbackStep[] => {
    if (item.kind === "map") return stepsOfMap(item);
    const text = textOf(item);
    return text === undefined || text.value === "false" ? [] : [{ form: "step", text: text.value, at: item }];
  });
}

/** One step of the whole release's plan: `step` with a command, owner, duration and check of its own. */
export function planStep(node: YamlNode): readonly RollbackStep[] {
  const text = textAt(node, "step", "name", "title", "action", "description");
  if (text === undefined) return rollbackSteps(node);
  return [present<RollbackStep>({ form: "step", text: text.value, at: node, ...details(node) })];
}

function details(node: YamlNode): Pick<RollbackStep, "owner" | "duration" | "verify"> {
  return present<Pick<RollbackStep, "owner" | "duration" | "verify">>({
    owner: textAt(node, "owner"),
    duration: textAt(node, "duration", "time", "estimatedTime"),
    verify: textAt(node, "verify", "verification"),
  });
}

function stepsOfMap(map: MapNode): readonly RollbackStep[] {
  const steps: RollbackStep[] = [];
  const more = details(map);
  for (const form of forms) {
    for (const item of itemsOf(nodeAt(map, form))) {
      const text = textOf(item) ?? textAt(item, "path", "name", "run", "id");
      if (text?.value === "false" || isEmpty(item)) continue;
      steps.push({ form, text: text?.value ?? "", at: item, ...more });
    }
  }
  const step = textAt(map, "step");
  if (step !== undefined) steps.push({ form: "step", text: step.value, at: map, ...more });
  const irreversible = irreversibleStep(map);
  return irreversible === undefined ? steps : [...steps, { ...irreversible, ...more }];
}

function irreversibleStep(map: MapNode): RollbackStep | undefined {
  const entry = entryOf(map, "irreversible");
  if (entry === undefined) return undefined;
  const { node } = entry;
  const own = textOf(node);
  if (own?.value === "false" || (node.kind === "scalar" && own === undefined)) return undefined;
  const sentence = own === undefined || own.value === "true" ? undefined : own;
  const fix = textAt(node, "forwardFix") ?? textAt(map, "forwardFix") ?? sentence;
  const text = fix ?? textAt(node, "reason", "text");
  const forwardFix = fix !== undefined;
  return { form: "irreversible", text: text?.value ?? "", at: isEmpty(node) ? entry.key : node, forwardFix };
}
