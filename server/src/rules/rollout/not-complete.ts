import { largest } from "../../text/extremes.ts";
import { parsePercentage } from "../../text/values/percentage.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** The last phase takes all traffic. */
export const notComplete: Rule = {
  id: "rollout/not-complete",
  title: "The last phase takes all traffic",
  rationale: "A rollout that ends at 25% leaves two versions running, and nobody assigned to finish it.",
  severity: "warning",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollout:
  phases:
    - { name: Canary, traffic: 5% }
    - { name: Half, traffic: 50% }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollout:
  phases:
    - { name: Canary, traffic: 5% }
    - { name: Full, traffic: 100% }
`,
  inTemplates: true,
  declaredOnly: true,
  check({ document }, report) {
    const last = document.phases.at(-1);
    const percentage = last?.traffic === undefined ? undefined : parsePercentage(last.traffic.value);
    if (last?.traffic === undefined || percentage === undefined || percentage >= 100) return;
    const highest = largest(document.phases.map(({ traffic }) => parsePercentage(traffic?.value ?? "") ?? 0));
    if (highest >= 100) return;
    report({
      at: last.traffic.at,
      message: `The rollout ends with ${quote(last.name.value)} at ${percentage}% of traffic: add the phase that takes 100%`,
    });
  },
};
