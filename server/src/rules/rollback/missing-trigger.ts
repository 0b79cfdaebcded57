import { demand, planName } from "../rollback-demand.ts";
import type { Rule } from "../rule.ts";
import { wholeDocument } from "../whole-document.ts";

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
  check({ document, kind, related }, report) {
    const { rollback } = document;
    const severity = demand(kind, "triggers", document);
    if (severity === undefined || !rollback.present || rollback.unreadable || related.rollbackElsewhere) return;
    if (rollback.triggers.length > 0) return;
    report({
      at: rollback.headings[0] ?? wholeDocument(document),
      message: `${planName(document)} names no trigger: say at which threshold, or on whose word, the release goes back`,
      severity,
    });
  },
};
