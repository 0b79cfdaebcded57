import type { Rule } from "../rule.ts";
import { schemaErrors, schemaFixes } from "../schema-errors.ts";

/** Every value has the right shape. */
export const typeRule: Rule = {
  id: "schema/type",
  title: "Every value has the right shape",
  rationale: "A list where one value belongs (or the reverse) cannot be checked.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  owners: "@alice"
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  owners: ["@alice"]
`,
  inTemplates: true,
  declaredOnly: true,
  check(context, report) {
    for (const error of schemaErrors(context, "type")) {
      report({ at: error.at, message: error.message, fixes: schemaFixes(context, error) });
    }
  },
};
