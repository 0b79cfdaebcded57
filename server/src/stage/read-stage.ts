import type { ReleaseFacts } from "../document/model.ts";
import { slug } from "../text/values/slug.ts";
import { stageByWords } from "../words/statuses.ts";
import { type Stage, type StageReading, stages } from "./stage.ts";

/** The stage that a status names: our words, what people write for them, and what the configuration adds. */
export function stageNamed(status: string, statuses: Readonly<Record<string, Stage>>): Stage | undefined {
  const key = slug(status);
  for (const [name, stage] of Object.entries(statuses)) if (slug(name) === key) return stage;
  return stages.find((stage) => stage === key) ?? stageByWords(key);
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
