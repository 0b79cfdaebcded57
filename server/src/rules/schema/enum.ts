import type { Rule } from "../rule.ts";
import { schemaErrors, schemaFixes } from "../schema-errors.ts";

/** Every choice is one of the allowed. */
export const enumRule: Rule = {
  id: "schema/enum",
  title: "Every choice is one of the allowed",
  rationale: "`risk: hihg` is not high: rules that depend on the value pass the item by.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
scope:
  - id: "#12"
    risk: hihg
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
scope:
  - id: "#12"
    risk: high
`,
  inTemplates: true,
  declaredOnly: true,
  check(context, report) {
    for (const error of schemaErrors(context, "enum")) {
      report({ at: error.at, message: error.message, fixes: schemaFixes(context, error) });
    }
  },
};
