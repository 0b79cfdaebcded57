import type { Rule } from "../rule.ts";
import { reportProblems } from "../syntax-problems.ts";

/** The front matter can be read. */
export const frontMatter: Rule = {
  id: "syntax/front-matter",
  title: "The front matter can be read",
  rationale: "Kind, status and version stand in the front matter; unread, the document is judged as something else.",
  severity: "error",
  bad: `---
kind: "ReleaseRunbook
---
`,
  good: `---
kind: ReleaseRunbook
---
`,
  inTemplates: true,
  declaredOnly: false,
  check(context, report) {
    reportProblems("syntax/front-matter", context, report);
  },
};
