import type { Rule } from "../rule.ts";

/** The YAML can be read. */
export const yaml: Rule = {
  id: "syntax/yaml",
  title: "The YAML can be read",
  rationale:
    "A part that cannot be read is a part that nobody checks: its gates and rollback steps are invisible to every tool.",
  severity: "error",
  bad: `release:
	id: v2.1.0
`,
  good: `release:
  id: v2.1.0
`,
  inTemplates: true,
  declaredOnly: false,
  check({ document }, report) {
    for (const problem of document.problems) {
      if (problem.rule !== "syntax/yaml") continue;
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
