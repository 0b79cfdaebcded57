import type { Rule } from "../rule.ts";
import { reportProblems } from "../syntax-problems.ts";

/** Text that YAML takes for something else is quoted. */
export const unquoted: Rule = {
  id: "syntax/unquoted",
  title: "Text that YAML takes for something else is quoted",
  rationale:
    "`id: #1235` is empty to YAML, `@bob` is an error and `> 1%` starts a block: the release loses a value without a word.",
  severity: "error",
  bad: `scope:
  - id: #1235
    owner: @bob
`,
  good: `scope:
  - id: "#1235"
    owner: "@bob"
`,
  inTemplates: true,
  declaredOnly: false,
  check(context, report) {
    reportProblems("syntax/unquoted", context, report);
  },
};
