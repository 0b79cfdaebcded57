import type { Rule } from "../rule.ts";
import { schemaErrors, schemaFixes } from "../schema-errors.ts";

/** Every value follows its pattern. */
export const pattern: Rule = {
  id: "schema/pattern",
  title: "Every value follows its pattern",
  rationale: "Durations, percentages and versions are compared with each other; written freely they cannot be.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollback:
  estimatedTime: soon
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollback:
  estimatedTime: 30m
`,
  inTemplates: true,
  declaredOnly: true,
  check(context, report) {
    for (const error of schemaErrors(context, "pattern")) {
      report({ at: error.at, message: error.message, fixes: schemaFixes(context, error) });
    }
  },
};
