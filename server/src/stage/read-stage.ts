import type { ReleaseFacts } from "../document/model.ts";
import { slug } from "../text/values/slug.ts";
import { type Stage, type StageReading, stages } from "./stage.ts";

/** Words that teams write for a stage, as slugs. */
const synonyms: Readonly<Record<string, Stage>> = {
  planned: "draft",
  planning: "draft",
  "in-planning": "draft",
  proposed: "draft",
  wip: "draft",
  "work-in-progress": "draft",
  review: "in-review",
  reviewed: "in-review",
  "under-review": "in-review",
  "ready-for-review": "in-review",
  "pending-approval": "in-review",
  ready: "approved",
  "ready-for-release": "approved",
  scheduled: "approved",
  "signed-off": "approved",
  active: "in-progress",
  deploying: "in-progress",
  started: "in-progress",
  executing: "in-progress",
  "rolling-out": "in-progress",
  done: "completed",
  complete: "completed",
  released: "completed",
  deployed: "completed",
  finished: "completed",
  shipped: "completed",
  closed: "completed",
  success: "completed",
  rollback: "rolled-back",
  reverted: "rolled-back",
  canceled: "cancelled",
  aborted: "cancelled",
  abandoned: "cancelled",
};

/** The stage that a status names: our words, their usual synonyms, and what the configuration adds. */
export function stageNamed(status: string, statuses: Readonly<Record<string, Stage>>): Stage | undefined {
  const key = slug(status);
  for (const [name, stage] of Object.entries(statuses)) if (slug(name) === key) return stage;
  return stages.find((stage) => stage === key) ?? (Object.hasOwn(synonyms, key) ? synonyms[key] : undefined);
}

/**
 * Reads where a release stands (design: *Stage*). An option beats the document; without a stated, known status the
 * document is assessed as `approved`.
 */
export function readStage(
  facts: ReleaseFacts,
  statuses: Readonly<Record<string, Stage>>,
  option?: Stage,
): StageReading {
  if (option !== undefined) return { stage: option, source: "option" };
  const stated =
    facts.statusStated && facts.status !== undefined ? stageNamed(facts.status.value, statuses) : undefined;
  return stated === undefined ? { stage: "approved", source: "assumed" } : { stage: stated, source: "stated" };
}
