import type { KindDefinition, RollbackPart } from "../document/kind.ts";
import type { ReleaseDocument } from "../document/model.ts";
import type { Severity } from "./rule.ts";

/**
 * How much the lack of a part of the rollback plan weighs for a kind; `undefined` when it is not demanded, or when one of
 * triggers and steps is enough and the other is there.
 */
export function demand(kind: KindDefinition, part: RollbackPart, { rollback }: ReleaseDocument): Severity | undefined {
  const other = part === "triggers" ? rollback.steps : part === "steps" ? rollback.triggers : [];
  if (kind.rollbackEither && other.length > 0) return undefined;
  return kind.rollback[part];
}

/** The plan as the document calls it: `Rollback Procedure`, or the manifest's `rollback`. */
export function planName(document: ReleaseDocument): string {
  const at = document.rollback.headings[0];
  const section = at === undefined ? undefined : document.sections.find((candidate) => candidate.at === at);
  return document.format === "yaml" || section === undefined ? "The rollback plan" : plainTitle(section.title);
}

/** A title without its numbering and emoji. */
const plainTitle = (title: string): string => title.replace(/^[^\p{L}]+/u, "") || title;
