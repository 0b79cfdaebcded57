import { parsePercentage } from "../../text/values/percentage.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Traffic grows from phase to phase. */
export const trafficOrder: Rule = {
  id: "rollout/traffic-order",
  title: "Traffic grows from phase to phase",
  rationale: "A phase with less traffic than the one before is a typing error, or a rollback in disguise.",
  severity: "error",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollout:
  phases:
    - { name: Canary, traffic: 25% }
    - { name: Gradual, traffic: 5% }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollout:
  phases:
    - { name: Canary, traffic: 5% }
    - { name: Gradual, traffic: 25% }
`,
  inTemplates: true,
  declaredOnly: true,
  check({ document }, report) {
    let highest: { readonly name: string; readonly traffic: number } | undefined;
    for (const { name, traffic } of document.phases) {
      const percentage = traffic === undefined ? undefined : parsePercentage(traffic.value);
      if (traffic === undefined || percentage === undefined) continue;
      if (percentage > 100) {
        report({
          at: traffic.at,
          message: `Phase ${quote(name.value)} takes ${percentage}% of traffic: write at most 100%`,
        });
      } else if (highest !== undefined && percentage <= highest.traffic) {
        report({
          at: traffic.at,
          message: `Phase ${quote(name.value)} takes ${percentage}% of traffic, no more than ${quote(highest.name)} with ${highest.traffic}%: let traffic grow from phase to phase`,
        });
      } else highest = { name: name.value, traffic: percentage };
    }
  },
};
