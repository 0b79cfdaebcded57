import { insertProperty } from "../insert-property.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Every phase says when to stop. */
export const missingAbort: Rule = {
  id: "rollout/missing-abort",
  title: "Every phase says when to stop",
  rationale: "Without a threshold the decision to stop is made by whoever is most tired.",
  severity: "warning",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollout:
  phases:
    - { name: Canary, traffic: 5% }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollout:
  phases:
    - name: Canary
      traffic: 5%
      abortWhen: ["error rate > 1%"]
`,
  inTemplates: true,
  declaredOnly: true,
  check({ document }, report) {
    if (document.abortRules.length > 0) return;
    for (const { name, abortWhen, rollbackWhen, pointer } of document.phases) {
      if (abortWhen.length > 0 || rollbackWhen.length > 0) continue;
      report({
        at: name.at,
        message: `Phase ${quote(name.value)} does not say when to stop: add an abort threshold (abortWhen) or a manual trigger (rollbackWhen)`,
        fixes: [
          ...insertProperty(pointer, "abortWhen", "Add an abort threshold"),
          ...insertProperty(pointer, "rollbackWhen", "Add a manual trigger"),
        ],
      });
    }
  },
};
