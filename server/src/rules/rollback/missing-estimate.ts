import { demand, planName } from "../rollback-demand.ts";
import type { Rule } from "../rule.ts";
import { wholeDocument } from "../whole-document.ts";

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
  check({ document, kind, related }, report) {
    const { rollback } = document;
    const severity = demand(kind, "estimate", document);
    if (severity === undefined || !rollback.present || rollback.unreadable || related.rollbackElsewhere) return;
    if (rollback.estimate !== undefined) return;
    report({
      at: rollback.headings[0] ?? wholeDocument(document),
      message: `${planName(document)} gives no time estimate: say how long the way back takes`,
      severity,
    });
  },
};
