import { nearestName } from "../../schema/nearest-name.ts";
import { changeTo } from "../change-to.ts";
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
    references({ kind, target, at }, { related }, report) {
      const state = related.links.get(target);
      if (state === "missing")
        report({ at, message: `${quote(target)} is not there: correct the path, or add the file` });
      if (state === "outside")
        report({
          at,
          message: `${quote(target)} leads out of the repository, where nothing is looked up: keep it within`,
        });
      if (state === "missing-anchor" && kind !== "anchor") report({ at, message: noHeading(target) });
    },
  },
  /** Within the document all headings are known: the one that was meant may be among them. */
  check({ document, related }, report) {
    const lost = [...related.links].some(([target, state]) => state === "missing-anchor" && target.startsWith("#"));
    if (!lost) return;
    for (const { kind, target, at } of document.references) {
      if (kind !== "anchor" || related.links.get(target) !== "missing-anchor") continue;
      const anchor = nearestName(target, document.anchors);
      report({ at, message: noHeading(target), fixes: changeTo(at, anchor === undefined ? undefined : `#${anchor}`) });
    }
  },
};

const noHeading = (target: string): string => `${quote(target)} names a heading that is not there: correct the anchor`;
