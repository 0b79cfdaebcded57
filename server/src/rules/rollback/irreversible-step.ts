import type { RollbackStep } from "../../document/model.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

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
  check({ document }, report) {
    const check = (steps: readonly RollbackStep[]): void => {
      for (const step of steps) {
        if (step.form !== "irreversible" || step.forwardFix === true) continue;
        report({
          at: step.at,
          message: `${step.text === "" ? "This" : quote(step.text)} cannot be undone, and no forward fix is named: say how to repair it going forward`,
        });
      }
    };
    for (const item of document.workItems) check(item.rollback);
    for (const migration of document.migrations) check(migration.rollback);
    for (const phase of document.phases) check(phase.rollback);
    check(document.rollback.steps);
  },
};
