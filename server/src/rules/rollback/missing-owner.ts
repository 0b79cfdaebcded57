import { demand, planName } from "../rollback-demand.ts";
import type { Rule } from "../rule.ts";
import { wholeDocument } from "../whole-document.ts";

/** The rollback plan says who decides. */
export const missingOwner: Rule = {
  id: "rollback/missing-owner",
  title: "The rollback plan says who decides",
  rationale: "In an incident everybody waits for somebody; the plan must say for whom.",
  severity: "warning",
  bad: `## Rollback Procedure

1. Redeploy the previous version.
`,
  good: `## Rollback Procedure

**Decision:** @alice (release manager)

1. Redeploy the previous version.
`,
  inTemplates: true,
  declaredOnly: false,
  check({ document, kind, related }, report) {
    const { rollback } = document;
    const severity = demand(kind, "owner", document);
    if (severity === undefined || !rollback.present || rollback.unreadable || related.rollbackElsewhere) return;
    if (rollback.owner !== undefined) return;
    if (kind.managerDecides && document.facts.owners.some(({ value }) => value !== "")) return;
    report({
      at: rollback.headings[0] ?? wholeDocument(document),
      message: `${planName(document)} has no owner: name who decides on the rollback`,
      severity,
    });
  },
};
