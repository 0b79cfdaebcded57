import { reportMissingPart } from "../rollback-part.ts";
import type { Rule } from "../rule.ts";

/** The rollback plan says how long it takes. */
export const missingEstimate: Rule = {
  id: "rollback/missing-estimate",
  title: "The rollback plan says how long it takes",
  rationale: "Whoever decides must know whether the way back takes two minutes or two hours.",
  severity: "warning",
  bad: `## Rollback Procedure

1. Redeploy the previous version.
`,
  good: `## Rollback Procedure

**Estimated time:** 15 minutes

1. Redeploy the previous version.
`,
  inTemplates: true,
  declaredOnly: false,
  check(context, report) {
    if (context.document.rollback.estimate !== undefined) return;
    reportMissingPart("estimate", "gives no time estimate: say how long the way back takes", context, report);
  },
};
