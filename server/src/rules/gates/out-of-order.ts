import { count, quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Pre-release gates are closed before release gates. */
export const outOfOrder: Rule = {
  id: "gates/out-of-order",
  title: "Pre-release gates are closed before release gates",
  rationale: "Ticked out of order, a checklist records what was hoped, not what was done.",
  severity: "warning",
  bad: `## Pre-Release

- [ ] Backups verified

## During Release

- [x] Canary started
`,
  good: `## Pre-Release

- [x] Backups verified

## During Release

- [x] Canary started
`,
  inTemplates: false,
  declaredOnly: false,
  check({ document, stage }, report) {
    if (stage.stage === "draft" || stage.stage === "in-review" || stage.stage === "cancelled") return;
    const early = document.gates.find(({ phase, state }) => phase === "release" && state === "checked");
    if (early === undefined) return;
    const open = document.gates.filter(
      ({ phase, state, required }) => phase === "pre-release" && state === "open" && required,
    );
    const first = open[0];
    if (first === undefined) return;
    report({
      at: early.box,
      message: `Gate ${quote(early.text)} is checked before ${count(open.length, "open pre-release gate")}, first ${quote(first.text)}: close those first`,
    });
  },
};
