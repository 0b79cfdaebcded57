import type { Rule } from "../rule.ts";
import { schemaErrors, schemaFixes } from "../schema-errors.ts";

/** Every value has the right format. */
export const format: Rule = {
  id: "schema/format",
  title: "Every value has the right format",
  rationale: "A value that tools cannot parse is one that they cannot compare.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
testing:
  smoke: { results: "see wiki" }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
testing:
  smoke: { results: "https://ci.example.com/42" }
`,
  inTemplates: true,
  declaredOnly: true,
  check(context, report) {
    for (const error of schemaErrors(context, "format")) {
      report({ at: error.at, message: error.message, fixes: schemaFixes(context, error) });
    }
  },
};
