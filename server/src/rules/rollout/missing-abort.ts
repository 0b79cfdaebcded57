import type { ReleaseDocument } from "../../document/model.ts";
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
    const silent = document.phases.filter(
      ({ abortWhen, rollbackWhen }) => abortWhen.length + rollbackWhen.length === 0,
    );
    if (haveCommonTriggers(document) && silent.length === document.phases.length) return;
    for (const { name, pointer } of silent) {
      const [threshold, trigger] = pointer === undefined ? ["", ""] : [" (abortWhen)", " (rollbackWhen)"];
      report({
        at: name.at,
        message: `Phase ${quote(name.value)} does not say when to stop: add an abort threshold${threshold} or a manual trigger${trigger}`,
        fixes: [
          ...insertProperty(pointer, "abortWhen", "Add an abort threshold"),
          ...insertProperty(pointer, "rollbackWhen", "Add a manual trigger"),
        ],
      });
    }
  },
};

/** Prose says once for all phases what triggers a rollback; a manifest has a key for it in each phase. */
const haveCommonTriggers = ({ format, rollback }: ReleaseDocument): boolean =>
  format === "markdown" && (rollback?.triggers.length ?? 0) > 0;
