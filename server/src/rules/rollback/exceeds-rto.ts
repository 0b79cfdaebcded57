import { findDuration, formatDuration } from "../../words/duration.ts";
import type { Rule } from "../rule.ts";

/** The way back is faster than the recovery objective. */
export const exceedsRto: Rule = {
  id: "rollback/exceeds-rto",
  title: "The way back is faster than the recovery objective",
  rationale: "A rollback of 45 minutes cannot keep a promise of 30.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollback:
  estimatedTime: 45m
  rto: 30m
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollback:
  estimatedTime: 20m
  rto: 30m
`,
  inTemplates: true,
  declaredOnly: false,
  check({ document }, report) {
    const { estimate, rto } = document.rollback;
    const estimated = estimate === undefined ? undefined : findDuration(estimate.value);
    const allowed = rto === undefined ? undefined : findDuration(rto.value);
    if (estimate === undefined || estimated === undefined || allowed === undefined || estimated <= allowed) return;
    report({
      at: estimate.at,
      message: `The rollback takes ${formatDuration(estimated)}, more than the recovery time objective of ${formatDuration(allowed)}: shorten it, or agree on another objective`,
    });
  },
};
