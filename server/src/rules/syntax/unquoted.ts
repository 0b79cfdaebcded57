import type { Rule } from "../rule.ts";

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
  check({ document }, report) {
    for (const problem of document.problems) {
      if (problem.rule !== "syntax/unquoted") continue;
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
