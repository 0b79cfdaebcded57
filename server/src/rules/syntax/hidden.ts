import type { Rule } from "../rule.ts";
import { reportProblems } from "../syntax-problems.ts";

/** Nothing hides, and nothing imitates, where it is read. */
export const hidden: Rule = {
  id: "syntax/hidden",
  title: "Nothing hides or imitates",
  rationale:
    "An invisible character, a letter of another script or a hidden element makes people and tools read two different documents: a box that looks open is no gate, a waiver that nobody sees counts. What looks like a box, a label or a status and is none is never Go.",
  severity: "error",
  bad: `---
kind: ReleaseChecklist
---

- [х] The box holds a Cyrillic х
`,
  good: `---
kind: ReleaseChecklist
---

- [x] The box holds a Latin x
`,
  inTemplates: true,
  declaredOnly: false,
  check(context, report) {
    reportProblems("syntax/hidden", context, report);
  },
};
