import { nearestName } from "../../schema/nearest-name.ts";
import { changeTo } from "../change-to.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Every id that is named exists. */
export const unknownId: Rule = {
  id: "references/unknown-id",
  title: "Every id that is named exists",
  rationale: "A migration order that names a migration nobody described will stop half-way.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
migrations:
  database:
    - id: "0016"
  order: ["0015", "0016"]
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
migrations:
  database:
    - id: "0015"
    - id: "0016"
  order: ["0015", "0016"]
`,
  inTemplates: true,
  declaredOnly: true,
  check({ document }, report) {
    if (document.unreadable.length > 0) return;
    const named = document.references.filter(({ kind, names }) => kind === "id" && names === "migration");
    let known: ReadonlySet<string> | undefined;
    for (const [index, { target, at }] of named.entries()) {
      // Mostly both lists go in step.
      if (document.migrations[index]?.id.value === target) continue;
      known ??= new Set(document.migrations.map(({ id }) => id.value));
      if (known.has(target)) continue;
      report({
        at,
        message: `No migration has the id ${quote(target)}: correct it, or describe the migration`,
        fixes: changeTo(at, nearestName(target, known)),
      });
    }
  },
};
