import type { Rule } from "../rule.ts";
import { reportProblems } from "../syntax-problems.ts";

/** Nothing takes the rest of the document into it. */
export const unclosed: Rule = {
  id: "syntax/unclosed",
  title: "Fences, comments and tags are closed",
  rationale:
    "A fence or a comment that is never closed reaches to the end: the gates below it are code, or are not shown, and are asked of nobody. What is not read is never Go.",
  severity: "error",
  bad: `---
kind: ReleaseChecklist
---

<!-- for the next time

- [ ] Backups verified
`,
  good: `---
kind: ReleaseChecklist
---

<!-- for the next time -->

- [ ] Backups verified
`,
  inTemplates: true,
  declaredOnly: false,
  check(context, report) {
    reportProblems("syntax/unclosed", context, report, true);
  },
};
