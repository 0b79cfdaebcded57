import type { Rule } from "../rule.ts";
import { reportProblems } from "../syntax-problems.ts";

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
  check(context, report) {
    reportProblems("syntax/yaml", context, report);
  },
};
