import { count, quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** No critical issue is open. */
export const openCriticalIssues: Rule = {
  id: "testing/open-critical-issues",
  title: "No critical issue is open",
  rationale: "A critical issue that is known before the release is an incident with a date.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
testing:
  security: { status: passed, issues: { critical: 2, high: 0 } }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
testing:
  security: { status: passed, issues: { critical: 0, high: 0 } }
`,
  inTemplates: false,
  declaredOnly: true,
  check({ document }, report) {
    for (const { name, criticalIssues } of document.tests) {
      const open = criticalIssues === undefined ? 0 : Number.parseInt(criticalIssues.value, 10);
      if (criticalIssues === undefined || !(open > 0)) continue;
      report({
        at: criticalIssues.at,
        message: `${quote(name.value)} has ${count(open, "open critical issue")}: close them before the release`,
      });
    }
  },
};
