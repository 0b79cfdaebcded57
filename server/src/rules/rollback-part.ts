import type { RollbackPart } from "../document/kind.ts";
import { demand, planName } from "./rollback-demand.ts";
import type { Report, RuleContext } from "./rule.ts";
import { wholeDocument } from "./whole-document.ts";

const titles: Readonly<Record<RollbackPart, string>> = {
  triggers: "Add what triggers the rollback",
  owner: "Add who decides on the rollback",
  steps: "Add the first rollback step",
  estimate: "Add how long the rollback takes",
  verification: "Add how the rollback is verified",
  communication: "Add who is told of the rollback",
};

/**
 * Reports that the rollback plan lacks a part that its kind demands, at the plan's heading and with the kind's severity.
 * Says nothing where there is no plan (`rollback/missing-plan` does), or where it could not be read or stands elsewhere.
 *
 * @param lack what the plan lacks, after its name: `names no trigger: say …`
 */
export function reportMissingPart(part: RollbackPart, lack: string, context: RuleContext, report: Report): void {
  const { document, kind, related } = context;
  const { rollback } = document;
  const severity = demand(kind, part, document);
  if (severity === undefined || !rollback.present || rollback.unreadable || related.rollbackElsewhere) return;
  report({
    at: rollback.headings[0] ?? wholeDocument(document),
    message: `${planName(document)} ${lack}`,
    severity,
    fixes: [{ title: titles[part], intention: { do: "add-rollback-part", part }, certain: false }],
  });
}
