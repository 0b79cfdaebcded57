import type { Rule } from "../rule.ts";
import { wholeDocument } from "../whole-document.ts";

/** A release document has gates. */
export const noGates: Rule = {
  id: "gates/no-gates",
  title: "A release document has gates",
  rationale: "A checklist without a box to tick, or a runbook without a check, proves nothing.",
  severity: "warning",
  bad: `# Release Checklist: v2.1.0

- Merge everything
`,
  good: `# Release Checklist: v2.1.0

- [ ] Everything merged
`,
  inTemplates: true,
  declaredOnly: true,
  check({ document, kind }, report) {
    if (!kind.judged || document.gates.length > 0 || document.unreadable.length > 0 || document.problems.length > 0)
      return;
    report({
      at: wholeDocument(document),
      message: `This ${kind.title.toLowerCase()} has no gate: add a checklist with a box for each thing that must be confirmed`,
    });
  },
};
