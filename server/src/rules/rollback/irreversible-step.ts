import type { RollbackStep } from "../../document/rollback.ts";
import { quote } from "../quote.ts";
import type { Report, Rule } from "../rule.ts";

/** What cannot be undone has a forward fix. */
export const irreversibleStep: Rule = {
  id: "rollback/irreversible-step",
  title: "What cannot be undone has a forward fix",
  rationale:
    "An irreversible change is acceptable when it is known, and when the way forward is written down before it is needed.",
  severity: "warning",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
scope:
  - id: "#1236"
    title: Drop legacy table
    rollback: { irreversible: true }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
scope:
  - id: "#1236"
    title: Drop legacy table
    rollback:
      irreversible: Restore the table from the snapshot of the day, runbook section 6
`,
  inTemplates: true,
  declaredOnly: false,
  each: {
    workItems: ({ rollback }, _context, report) => reportIrreversible(rollback, report),
    migrations: ({ rollback }, _context, report) => reportIrreversible(rollback, report),
    phases: ({ rollback }, _context, report) => reportIrreversible(rollback, report),
  },
  check({ document }, report) {
    reportIrreversible(document.rollback.steps, report);
  },
};

function reportIrreversible(steps: readonly RollbackStep[], report: Report): void {
  for (const step of steps) {
    if (step.form !== "irreversible" || step.forwardFix === true) continue;
    report({
      at: step.at,
      message: `${step.text === "" ? "This" : quote(step.text)} cannot be undone, and no forward fix is named: say how to repair it going forward`,
    });
  }
}
