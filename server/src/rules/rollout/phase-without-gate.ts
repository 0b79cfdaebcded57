import { insertProperty } from "../insert-property.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Every phase but the last ends with a gate. */
export const phaseWithoutGate: Rule = {
  id: "rollout/phase-without-gate",
  title: "Every phase but the last ends with a gate",
  rationale: "The next phase starts by itself where nobody has to say that this one went well.",
  severity: "information",
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollout:
  phases:
    - { name: Canary, traffic: 5% }
    - { name: Full, traffic: 100% }
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
rollout:
  phases:
    - name: Canary
      traffic: 5%
      gates:
        - gate: Canary healthy for two hours
    - { name: Full, traffic: 100% }
`,
  inTemplates: true,
  declaredOnly: true,
  check({ document }, report) {
    if (document.format !== "yaml") return;
    const gated = new Set<number>();
    for (const { rolloutPhase } of document.gates) if (rolloutPhase !== undefined) gated.add(rolloutPhase);
    document.phases.slice(0, -1).forEach(({ name, pointer }, index) => {
      if (gated.has(index)) return;
      report({
        at: name.at,
        message: `Phase ${quote(name.value)} has no gate: say what must be confirmed before the next phase starts`,
        fixes: insertProperty(pointer, "gates", "Add a gate"),
      });
    });
  },
};
