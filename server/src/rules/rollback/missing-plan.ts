import type { Rule } from "../rule.ts";
import { misspelt } from "../schema-errors.ts";
import { wholeDocument } from "../whole-document.ts";

/** There is a rollback plan. */
export const missingPlan: Rule = {
  id: "rollback/missing-plan",
  title: "There is a rollback plan",
  rationale: "A release without a way back is a one-way door that nobody chose to walk through.",
  severity: "error",
  bad: `# Release Runbook: Checkout v2.1.0

## Deployment Steps

1. Deploy.
`,
  good: `# Release Runbook: Checkout v2.1.0

## Deployment Steps

1. Deploy.

## Rollback Procedure

1. Redeploy the previous version.
2. Verify with the smoke tests.
`,
  inTemplates: true,
  declaredOnly: false,
  check(context, report) {
    const { document, kind, related } = context;
    const { rollback } = document;
    if (Object.keys(kind.rollback).length === 0 || rollback.present || rollback.unreadable || related.rollbackElsewhere)
      return;
    if (document.problems.some(({ rule }) => rule === "syntax/limit")) return;
    const heading = rollback.headings[0];
    const key = kind.sections.find(({ role }) => role === "rollback")?.key ?? "rollback";
    report({
      at: heading ?? wholeDocument(document),
      message:
        heading === undefined
          ? "There is no rollback plan: say what triggers a rollback, who decides, and the steps back"
          : "The rollback plan is empty: say what triggers a rollback, who decides, and the steps back",
      fixes:
        heading === undefined
          ? [
              ...misspelt(context, { pointer: ["sections"], property: key }),
              { title: "Insert a rollback plan", intention: { do: "insert-section", key }, certain: false },
            ]
          : [],
    });
  },
};
