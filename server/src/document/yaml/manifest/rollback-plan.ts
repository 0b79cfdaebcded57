import type { Text } from "../../../text/place.ts";
import { type MapEntry, nodeAt, type YamlNode } from "../../../text/yaml/node.ts";
import { stepUndoesMigrations } from "../../../words/undoes-migrations.ts";
import type { RollbackPlan } from "../../rollback.ts";
import { planStep, rollbackSteps } from "./rollback-steps.ts";
import { isEmpty, itemsOf, present, textAt, textOf, textsOf } from "./texts.ts";

/** The `rollback` key of a manifest: how the whole release is undone. `unreadable`: something in it could not be read. */
export function rollbackPlan(entry: MapEntry | undefined, unreadable: boolean): RollbackPlan {
  const node = entry?.node;
  const steps = node?.kind === "map" ? itemsOf(nodeAt(node, "steps")).flatMap(planStep) : rollbackSteps(node);
  const teams = nodeAt(node, "teams");
  const verified = steps.find((step) => step.verify !== undefined)?.verify;
  return present<RollbackPlan>({
    present: unreadable || !isEmpty(node),
    headings: entry === undefined ? [] : [entry.key],
    triggers: textsOfAll(nodeAt(node, "triggers")),
    steps,
    owner:
      textAt(teams, "primary") ??
      textAt(node, "owner", "decider") ??
      steps.find((step) => step.owner !== undefined)?.owner,
    estimate: textAt(node, "estimatedTime") ?? estimateIn(nodeAt(node, "estimates")),
    rto: textAt(node, "rto"),
    verification: firstText(nodeAt(node, "verification")) ?? verified,
    communication: firstText(nodeAt(node, "communication")) ?? textAt(teams, "communication"),
    undoesMigrations: steps.some(({ text }) => stepUndoesMigrations(text)),
    links: linksIn(node),
    unreadable,
  });
}

/** The texts of a list, or of every list below a map: `automatic`, `manual`, `timeBased`. */
function textsOfAll(node: YamlNode | undefined): readonly Text[] {
  return node?.kind === "map" ? node.entries.flatMap((entry) => textsOf(entry.node)) : textsOf(node);
}

function estimateIn(estimates: YamlNode | undefined): Text | undefined {
  for (const item of itemsOf(estimates)) {
    const text = item.kind === "map" ? (textAt(item, "time", "duration") ?? firstText(item)) : textOf(item);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The first scalar that says something, at any depth. */
function firstText(node: YamlNode | undefined): Text | undefined {
  if (node === undefined || node.kind === "scalar") return textOf(node);
  const children = node.kind === "map" ? node.entries.map((entry) => entry.node) : node.items;
  for (const child of children) {
    const text = firstText(child);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Scalars that name a Markdown or YAML file: a rollback document elsewhere may hold the steps. */
function linksIn(node: YamlNode | undefined): readonly Text[] {
  if (node === undefined) return [];
  if (node.kind === "map") return node.entries.flatMap((entry) => linksIn(entry.node));
  if (node.kind === "sequence") return node.items.flatMap(linksIn);
  const text = textOf(node);
  return text !== undefined && /^[^\s:#]+\.(?:md|markdown|ya?ml)(?:#\S*)?$/i.test(text.value) ? [text] : [];
}
