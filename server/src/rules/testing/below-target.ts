import { findPercentage } from "../../text/values/percentage.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Coverage reaches its target. */
export const belowTarget: Rule = {
  id: "testing/below-target",
  title: "Coverage reaches its target",
  rationale: "A target that is missed without a word is no target.",
  severity: "warning",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
testing:
  regression: { status: passed, coverage: 84%, target: 90% }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
testing:
  regression: { status: passed, coverage: 95%, target: 90% }
`,
  inTemplates: false,
  declaredOnly: true,
  check({ document }, report) {
    for (const { name, coverage, target } of document.tests) {
      const reached = coverage === undefined ? undefined : findPercentage(coverage.value);
      const wanted = target === undefined ? undefined : findPercentage(target.value);
      if (coverage === undefined || reached === undefined || wanted === undefined || reached >= wanted) continue;
      report({
        at: coverage.at,
        message: `${quote(name.value)} covers ${reached}%, under its target of ${wanted}%: test more, or agree on another target`,
      });
    }
  },
};
