import { demand, planName } from "../rollback-demand.ts";
import type { Rule } from "../rule.ts";
import { wholeDocument } from "../whole-document.ts";

/** The rollback plan says how to verify. */
export const missingVerification: Rule = {
  id: "rollback/missing-verification",
  title: "The rollback plan says how to verify",
  rationale: "A rollback that nobody verified is a second deployment that nobody verified.",
  severity: "warning",
  bad: `## Rollback Procedure

1. Redeploy the previous version.
`,
  good: `## Rollback Procedure

1. Redeploy the previous version.
2. Verify with the smoke tests.
`,
  inTemplates: true,
  declaredOnly: false,
  check({ document, kind, related }, report) {
    const { rollback } = document;
    const severity = demand(kind, "verification", document);
    if (severity === undefined || !rollback.present || rollback.unreadable || related.rollbackElsewhere) return;
    if (rollback.verification !== undefined) return;
    report({
      at: rollback.headings[0] ?? wholeDocument(document),
      message: `${planName(document)} does not say how to verify the rollback: add a check, such as the smoke tests`,
      severity,
    });
  },
};
