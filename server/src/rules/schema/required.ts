import type { Rule } from "../rule.ts";
import { schemaErrors, schemaFixes } from "../schema-errors.ts";

/** Everything that must be there is there. */
export const required: Rule = {
  id: "schema/required",
  title: "Everything that must be there is there",
  rationale: "A document without its version, date or owner cannot be tied to a release, and nobody knows whom to ask.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  name: Winter checkout
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v2.1.0
  name: Winter checkout
  date: 2026-12-04
`,
  inTemplates: true,
  declaredOnly: true,
  check(context, report) {
    for (const error of schemaErrors(context, "required")) {
      report({ at: error.at, message: error.message, fixes: schemaFixes(context, error) });
    }
  },
};
