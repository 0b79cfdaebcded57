import { headingNamed, headingsOf } from "../../document/markdown/compose/headings.ts";
import type { Reference, ReleaseDocument } from "../../document/model.ts";
import { markdownCode, markdownText } from "../../text/markdown/escape-markdown.ts";
import { mayReach } from "../../workspace/bounds.ts";
import { resolveLink } from "../../workspace/related.ts";
import type { FeatureContext } from "../feature.ts";
import { gatesWords } from "../navigation/gate-words.ts";

/** What the reference at an offset leads to: a migration, a heading, a document. Empty where there is none. */
export async function targetText(context: FeatureContext, offset: number): Promise<string> {
  const { document } = context.assessment;
  const reference = document.references.find(({ at }) => {
    const { start, end } = document.span(at);
    return start <= offset && offset <= end;
  });
  if (reference === undefined) return "";
  switch (reference.kind) {
    case "id":
      return migrationText(document, reference);
    case "anchor":
      return headingText(document, reference.target.slice(1));
    case "file":
      return fileText(context, reference);
    case "url":
      return "";
  }
}

function migrationText(document: ReleaseDocument, { target }: Reference): string {
  const migration = document.migrations.find(({ id }) => id.value === target);
  if (migration === undefined) return `No migration has the id ${markdownCode(target)}.`;
  const { strategy, rollback } = migration;
  const undone = rollback.map(({ form, text }) => `${form}: ${markdownText(text)}`).join("; ");
  return [
    `**Migration** ${markdownCode(target)} (${migration.target})`,
    strategy === undefined ? "" : `Strategy: ${markdownText(strategy.value)}.`,
    undone === "" ? (migration.coveredByPlan ? "Undone by the plan of all migrations." : "") : `Undone by ${undone}.`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function headingText(document: ReleaseDocument, fragment: string): string {
  const heading = headingNamed(headingsOf(document), fragment);
  return heading === undefined
    ? `No heading has the anchor ${markdownCode(`#${fragment}`)}.`
    : `Leads to **${markdownText(heading.title)}**.`;
}

async function fileText({ assessment, others, files }: FeatureContext, { target }: Reference): Promise<string> {
  const uri = resolveLink(assessment.document.uri, target);
  if (uri === undefined) return "";
  const [file = "", ...fragments] = target.split("#");
  const fragment = fragments.join("#");
  const known = (await others()).find(({ document }) => document.uri === uri)?.document;
  if (!(await mayReach(files, assessment.document.uri, uri))) return "Leads out of the repository.";
  if (known === undefined) return (await files.exists(uri)) ? "" : `There is no file ${markdownCode(file)}.`;
  const { title, facts, kind, gates } = known;
  const name = title?.value ?? facts.version?.value ?? target;
  const status = facts.statusStated && facts.status !== undefined ? `, ${markdownText(facts.status.value)}` : "";
  const lines = [`**${markdownText(name)}** (${markdownText(kind)}${status})`];
  if (gates.length > 0) lines.push(`${gatesWords(gates, new Set())}.`);
  if (fragment !== "") lines.push(headingText(known, fragment));
  return lines.join("\n\n");
}
