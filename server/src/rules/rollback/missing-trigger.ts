import { reportMissingPart } from "../rollback-part.ts";
import type { Rule } from "../rule.ts";

/** The rollback plan says what triggers it. */
export const missingTrigger: Rule = {
  id: "rollback/missing-trigger",
  title: "The rollback plan says what triggers it",
  rationale: "Without a trigger the rollback starts when somebody dares to ask for it.",
  severity: "warning",
  bad: `## Rollback Plan

1. Redeploy the previous version.
`,
  good: `## Rollback Plan

**Triggers:** error rate over 5% for 2 minutes

1. Redeploy the previous version.
`,
  inTemplates: true,
  declaredOnly: false,
  check(context, report) {
    if (context.document.rollback.triggers.length > 0) return;
    reportMissingPart(
      "triggers",
      "names no trigger: say at which threshold, or on whose word, the release goes back",
      context,
      report,
    );
  },
};
