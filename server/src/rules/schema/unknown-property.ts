import type { Rule } from "../rule.ts";
import { schemaErrors, schemaFixes } from "../schema-errors.ts";

/** Every key is a known one. */
export const unknownProperty: Rule = {
  id: "schema/unknown-property",
  title: "Every key is a known one",
  rationale:
    "A misspelt key is silently ignored: `chekced: true` leaves the gate open, `rolback:` leaves the item without a way back.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
checklist:
  preRelease:
    - gate: Pull requests merged
      chekced: true
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
checklist:
  preRelease:
    - gate: Pull requests merged
      checked: true
`,
  inTemplates: true,
  declaredOnly: true,
  check(context, report) {
    for (const error of schemaErrors(context, "unknown-property")) {
      report({ at: error.at, message: error.message, fixes: schemaFixes(context, error) });
    }
  },
};
