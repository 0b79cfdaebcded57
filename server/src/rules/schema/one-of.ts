import type { Rule } from "../rule.ts";
import { schemaErrors, schemaFixes } from "../schema-errors.ts";

/** One of the alternatives is chosen. */
export const oneOf: Rule = {
  id: "schema/one-of",
  title: "One of the alternatives is chosen",
  rationale: "A gate that is both checked and waived says two things; an empty rollback says none.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
checklist:
  preRelease:
    - gate: Load test
      checked: true
      waived: { by: "@bob", reason: Low risk }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
checklist:
  preRelease:
    - gate: Load test
      waived: { by: "@bob", reason: Low risk }
`,
  inTemplates: true,
  declaredOnly: true,
  check(context, report) {
    for (const error of schemaErrors(context, "one-of")) {
      report({ at: error.at, message: error.message, fixes: schemaFixes(context, error) });
    }
  },
};
