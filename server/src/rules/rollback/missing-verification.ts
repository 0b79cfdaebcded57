import { reportMissingPart } from "../rollback-part.ts";
import type { Rule } from "../rule.ts";

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
  check(context, report) {
    if (context.document.rollback.verification !== undefined) return;
    reportMissingPart(
      "verification",
      "does not say how to verify the rollback: add a check, such as the smoke tests",
      context,
      report,
    );
  },
};
