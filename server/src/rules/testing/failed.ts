import { textIs } from "../../words/lists.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

const hasFailed = textIs("testFailed");

/** No test suite has failed. */
export const testFailed: Rule = {
  id: "testing/failed",
  title: "No test suite has failed",
  rationale: "A red suite is a known defect on its way to production.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
testing:
  regression: { status: failed, results: "https://ci.example.com/1" }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
testing:
  regression: { status: passed, results: "https://ci.example.com/2" }
`,
  inTemplates: false,
  declaredOnly: true,
  check({ document }, report) {
    for (const { name, status } of document.tests) {
      if (status === undefined || !(hasFailed(status.value) || status.value.trim() === "❌")) continue;
      report({ at: status.at, message: `${quote(name.value)} failed: mend it and run it again before the release` });
    }
  },
};
