import type { Rule } from "../rule.ts";
import { schemaErrors, schemaFixes } from "../schema-errors.ts";

/** Every number and list is in range. */
export const range: Rule = {
  id: "schema/range",
  title: "Every number and list is in range",
  rationale: "A negative count or an empty list of owners says that something was forgotten.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  owners: []
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  owners: ["@alice"]
`,
  inTemplates: true,
  declaredOnly: true,
  check(context, report) {
    for (const error of schemaErrors(context, "range")) {
      report({ at: error.at, message: error.message, fixes: schemaFixes(context, error) });
    }
  },
};
