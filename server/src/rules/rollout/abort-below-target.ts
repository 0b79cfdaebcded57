import { parseThresholds, type Threshold } from "../../words/threshold.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** The abort threshold lies beyond the target. */
export const abortBelowTarget: Rule = {
  id: "rollout/abort-below-target",
  title: "The abort threshold lies beyond the target",
  rationale: "A phase that must stop at an error rate it is allowed to have stops for nothing, or is never stopped.",
  severity: "warning",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollout:
  phases:
    - name: Canary
      monitor: ["error rate < 1%"]
      abortWhen: ["error rate > 0.5%"]
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollout:
  phases:
    - name: Canary
      monitor: ["error rate < 0.5%"]
      abortWhen: ["error rate > 1%"]
`,
  inTemplates: true,
  declaredOnly: true,
  each: {
    phases(phase, _context, report) {
      if (!phase.monitor.some(({ value }) => /[<≤]/.test(value))) return;
      let targets: readonly Threshold[] | undefined;
      for (const abort of [...phase.abortWhen, ...phase.rollbackWhen]) {
        if (!/[>≥]/.test(abort.value)) continue;
        targets ??= phase.monitor
          .flatMap(({ value }) => parseThresholds(value))
          .filter(({ comparison }) => comparison.startsWith("<"));
        for (const limit of parseThresholds(abort.value)) {
          if (!limit.comparison.startsWith(">")) continue;
          const target = targets.find(({ metric, unit }) => metric === limit.metric && unit === limit.unit);
          if (target === undefined || target.metric === "" || limit.value >= target.value) continue;
          report({
            at: abort.at,
            message: `Phase ${quote(phase.name.value)} stops at ${limit.metric} over ${limit.value}${limit.unit}, though up to ${target.value}${target.unit} is on target: raise the threshold or lower the target`,
          });
        }
      }
    },
  },
};
