import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Every link to a file or heading leads there. */
export const brokenLink: Rule = {
  id: "references/broken-link",
  title: "Every link to a file or heading leads there",
  rationale: "The rollback script that is not where the runbook says is found missing at the worst moment.",
  severity: "warning",
  bad: `[Rollback scripts](./rollback/none.sql)
`,
  good: `[Rollback scripts](./rollback/0016.sql)
`,
  inTemplates: false,
  declaredOnly: false,
  each: {
    references({ target, at }, { related }, report) {
      const state = related.links.get(target);
      if (state === "missing")
        report({ at, message: `${quote(target)} is not there: correct the path, or add the file` });
      if (state === "missing-anchor")
        report({ at, message: `${quote(target)} names a heading that is not there: correct the anchor` });
    },
  },
};
