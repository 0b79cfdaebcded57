import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";
import { missingSections, misspelt } from "../schema-errors.ts";

/** Every section of the kind is there. */
export const missingSection: Rule = {
  id: "structure/missing-section",
  title: "Every section of the kind is there",
  rationale:
    "The section that is not written is the step that is not taken: a runbook without smoke tests is deployed without them.",
  severity: "warning",
  bad: `---
kind: ReleaseRunbook
---
# Release Runbook: Checkout v2.1.0

## 1. Release Information
`,
  good: `---
kind: ReleaseRunbook
---
# Release Runbook: Checkout v2.1.0

## 1. Release Information
…
## 5. Smoke Tests
…
`,
  inTemplates: true,
  declaredOnly: true,
  check(context, report) {
    for (const { error, definition } of missingSections(context)) {
      if (definition?.role === "rollback") continue;
      const title = definition?.title ?? error.property ?? "";
      report({
        at: error.at,
        message: `Section ${quote(title)} is missing: add it, or say under its heading why it does not apply`,
        fixes: [
          ...misspelt(context, error),
          {
            title: `Insert section ${quote(title)}`,
            intention: { do: "insert-section", key: error.property ?? "" },
            certain: false,
          },
        ],
      });
    }
  },
};
