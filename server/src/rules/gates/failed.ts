import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** No gate has failed. */
export const gateFailed: Rule = {
  id: "gates/failed",
  title: "No gate has failed",
  rationale: "A failed check is the release telling you to stop.",
  severity: "error",
  bad: `| Test | Type | Pass |
|---|---|---|
| Login | Critical | ❌ |
| Search | Major | ✅ |
`,
  good: `| Test | Type | Pass |
|---|---|---|
| Login | Critical | ✅ |
| Search | Major | ✅ |
`,
  inTemplates: false,
  declaredOnly: false,
  each: {
    gates(gate, { isDue }, report) {
      if (gate.state !== "failed" || gate.form === "approval") return;
      const due = isDue(gate);
      report({
        at: gate.box,
        message: gate.critical
          ? `Critical gate ${quote(gate.text)} failed: mend it and repeat it; it cannot be waived`
          : `Gate ${quote(gate.text)} failed: mend it and repeat it, or waive it with a name and a reason`,
        ...(due ? {} : { severity: "warning" as const }),
        blocks: due,
      });
    },
  },
};
