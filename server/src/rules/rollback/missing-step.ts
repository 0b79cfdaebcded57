import { quote } from "../quote.ts";
import { reportMissingPart } from "../rollback-part.ts";
import { rollbackSteps } from "../rollback-steps.ts";
import type { Rule } from "../rule.ts";

/** Every change can be undone. */
export const missingStep: Rule = {
  id: "rollback/missing-step",
  title: "Every change can be undone",
  rationale: "The one item without a rollback step is the one that keeps the whole release from going back.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
scope:
  - id: "#1235"
    title: Order table partitioning
    risk: high
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
scope:
  - id: "#1235"
    title: Order table partitioning
    risk: high
    rollback: { script: migrations/rollback/0016.sql }
`,
  inTemplates: true,
  declaredOnly: false,
  each: {
    workItems(item, _context, report) {
      if (item.rollback.length > 0) return;
      report({
        at: item.at,
        message: `Work item ${quote(item.id.value)} has no rollback step: name its flag, script, command or revert, or say that it is irreversible and how to fix forward`,
        fixes: rollbackSteps(item.at, item.pointer),
      });
    },
    migrations(migration, _context, report) {
      if (migration.rollback.length > 0 || migration.coveredByPlan) return;
      report({
        at: migration.at,
        message: `Migration ${quote(migration.id.value)} has no rollback step: name the script that undoes it, or say that it is irreversible and how to fix forward`,
        fixes: rollbackSteps(migration.at, migration.pointer),
      });
    },
  },
  check(context, report) {
    const { document, related } = context;
    if (document.rollback.steps.length === 0) {
      reportMissingPart("steps", "has no steps: write what is done, in order, to go back", context, report);
    }
    const stated = document.migrationsStated;
    if (
      stated !== undefined &&
      document.migrations.length === 0 &&
      document.rollback.present &&
      !document.rollback.undoesMigrations &&
      !related.rollbackElsewhere
    ) {
      report({
        at: stated.at,
        message:
          "There are database migrations, but no rollback step undoes them: add the step, or say that they are irreversible and how to fix forward",
      });
    }
  },
};
