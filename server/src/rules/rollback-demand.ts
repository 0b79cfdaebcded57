import type { KindDefinition, RollbackPart } from "../document/kind.ts";
import type { ReleaseDocument } from "../document/model.ts";
import { runStart } from "../text/values/text-end.ts";
import { expression } from "../words/lists.ts";
import { quote } from "./quote.ts";
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

/** The plan as the document calls it, as the subject of a sentence: `Rollback Procedure`, `Section “Rollback Steps”`. */
export function planName(document: ReleaseDocument): string {
  const at = document.rollback.headings[0];
  const section = at === undefined ? undefined : document.sections.find((candidate) => candidate.at === at);
  if (document.format === "yaml" || section === undefined) return "The rollback plan";
  const title = plainTitle(section.title);
  return /^[\p{L}\s-]+$/u.test(title) && isPlanName().test(title) ? title : `Section ${quote(title)}`;
}

const isPlanName = expression((either) => ` ${either("planTitle")}$`);

/** A title without its numbering and emoji. */
const plainTitle = (title: string): string =>
  title.slice(0, runStart(title, /[\s:：]/)).replace(/^[^\p{L}]+/u, "") || title;
