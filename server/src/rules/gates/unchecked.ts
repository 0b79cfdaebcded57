import { answersFor } from "../../document/gate-answers.ts";
import type { Fix } from "../../document/intention.ts";
import type { Gate } from "../../document/model.ts";
import { answerFix } from "../gate-answers.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Every due gate is answered. */
export const unchecked: Rule = {
  id: "gates/unchecked",
  title: "Every due gate is answered",
  rationale: "A gate that nobody ticked is a check that nobody made, or that nobody can prove was made.",
  severity: { default: "warning", "in-progress": "error", completed: "error", "rolled-back": "error" },
  bad: `**Status:** In progress

## Pre-Release Checklist

- [ ] Backups verified
`,
  good: `**Status:** In progress

## Pre-Release Checklist

- [x] Backups verified
`,
  inTemplates: false,
  declaredOnly: false,
  each: {
    gates(gate, { isDue }, report) {
      if (gate.state !== "open" || gate.waiverIncomplete || gate.form === "approval" || !isDue(gate)) return;
      report({
        at: gate.box,
        message: `Gate ${quote(gate.text)} is due and open: confirm it, waive it with a name and a reason, or mark it not applicable with a reason`,
        blocks: true,
        fixes: answers(gate),
      });
    },
  },
};

/** The answers that let the release go on. */
const answers = (gate: Gate): readonly Fix[] =>
  answersFor(gate)
    .filter((state) => state !== "failed")
    .map((state) => answerFix(gate, state, { name: "@name", reason: "reason" }));
