import { textIs } from "../../words/lists.ts";
import { insertProperty } from "../insert-property.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

const isToCome = textIs("testNotRun", "testSkipped");

/** Every test suite links to its results. */
export const missingResults: Rule = {
  id: "testing/missing-results",
  title: "Every test suite links to its results",
  rationale: "“Passed” without a link is a memory, not evidence.",
  severity: "warning",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
testing:
  regression: { status: passed }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
testing:
  regression: { status: passed, results: "https://ci.example.com/1" }
`,
  inTemplates: false,
  declaredOnly: true,
  check({ document }, report) {
    for (const { name, status, results, pointer } of document.tests) {
      if (status === undefined || (results !== undefined && results.value !== "") || isToCome(status.value)) continue;
      report({
        at: name.at,
        message: `${quote(name.value)} has a status but no results: link the run that shows it`,
        fixes: results === undefined ? insertProperty(pointer, "results", "Add a link to the results") : [],
      });
    }
  },
};
