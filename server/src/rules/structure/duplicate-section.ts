import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** No section stands twice. */
export const duplicateSection: Rule = {
  id: "structure/duplicate-section",
  title: "No section stands twice",
  rationale: "Two rollback sections are two truths: the one that is read in the night may be the old one.",
  severity: "warning",
  bad: `## Rollback Plan
1. Revert.

## Rollback Procedure
1. Restore the backup.
`,
  good: `## Rollback Plan
1. Revert.
2. Restore the backup.
`,
  inTemplates: true,
  declaredOnly: true,
  check({ document }, report) {
    if (document.format !== "markdown") return;
    const seen = new Map<string, string>();
    for (const section of document.sections) {
      if (!section.known) continue;
      const path = section.path.join("/");
      const first = seen.get(path);
      if (first === undefined) seen.set(path, section.title);
      else
        report({
          at: section.at,
          message: `${quote(section.title)} is the same section as ${quote(first)} above: merge them`,
        });
    }
  },
};
