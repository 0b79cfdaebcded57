import type { Rule } from "../rule.ts";

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
  check({ document }, report) {
    for (const problem of document.problems) {
      if (problem.rule !== "syntax/front-matter") continue;
      const fix = problem.replacement;
      report({
        at: problem.at,
        message: problem.message,
        fixes:
          fix === undefined
            ? []
            : [{ title: `Write ${fix}`, intention: { do: "replace", at: problem.at, text: fix }, certain: true }],
      });
    }
  },
};
