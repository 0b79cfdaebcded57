import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** No section is empty. */
export const emptySection: Rule = {
  id: "structure/empty-section",
  title: "No section is empty",
  rationale: "A heading with nothing below it looks done in every outline.",
  severity: "warning",
  bad: `## 6. Rollback Procedure

## 7. Post-Release Tasks

- [ ] Monitor error rates
`,
  good: `## 6. Rollback Procedure

1. Redeploy the previous version.
`,
  inTemplates: true,
  declaredOnly: true,
  check({ document }, report) {
    if (document.format !== "markdown") return;
    for (const section of document.sections) {
      if (!section.empty || !section.known) continue;
      report({
        at: section.at,
        message: `Section ${quote(section.title)} is empty: write it, or say why it does not apply`,
        fixes: [
          {
            title: "Insert what belongs there",
            intention: { do: "fill-section", section: section.at },
            certain: false,
          },
        ],
      });
    }
  },
};
