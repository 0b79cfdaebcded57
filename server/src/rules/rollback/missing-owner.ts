import { reportMissingPart } from "../rollback-part.ts";
import type { Rule } from "../rule.ts";

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
  check(context, report) {
    if (context.document.rollback.owner !== undefined) return;
    const { facts } = context.document;
    if (context.kind.managerDecides && facts.owners.some(({ value }) => value !== "")) return;
    reportMissingPart("owner", "has no owner: name who decides on the rollback", context, report);
  },
};
