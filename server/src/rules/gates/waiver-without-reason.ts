import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** A waiver names who and why. */
export const waiverWithoutReason: Rule = {
  id: "gates/waiver-without-reason",
  title: "A waiver names who and why",
  rationale: "A gate waived by nobody for no reason is an open gate with a nicer face.",
  severity: { default: "warning", "in-progress": "error", completed: "error", "rolled-back": "error" },
  bad: `- [ ] Load test repeated (waived)
`,
  good: `- [ ] Load test repeated (waived by @bob: no change on the hot path)
`,
  inTemplates: false,
  declaredOnly: false,
  each: {
    gates(gate, { isDue }, report) {
      if (!gate.waiverIncomplete) return;
      const due = isDue(gate);
      report({
        at: gate.box,
        message: `Gate ${quote(gate.text)} stays open: say who waives it and why, or why it does not apply`,
        ...(due ? {} : { severity: "warning" as const }),
        blocks: due,
      });
    },
  },
};
