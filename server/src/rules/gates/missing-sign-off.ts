import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** Everyone who must sign has signed. */
export const missingSignOff: Rule = {
  id: "gates/missing-sign-off",
  title: "Everyone who must sign has signed",
  rationale: "A release without a signature is a release without somebody who answers for it.",
  severity: { default: "warning", "in-progress": "error", completed: "error", "rolled-back": "error" },
  bad: `**Status:** Approved
**Release Manager Sign-off:**
`,
  good: `**Status:** Approved
**Release Manager Sign-off:** @alice, 2026-12-03
`,
  inTemplates: false,
  declaredOnly: false,
  check({ document, stage }, report) {
    if (stage.stage === "draft" || stage.stage === "in-review" || stage.stage === "cancelled") return;
    for (const signOff of document.signOffs) {
      if (signOff.signed || signOff.rejected) continue;
      report({
        at: signOff.at,
        message: `${quote(signOff.role.value)} is not signed: write who signs and when`,
        blocks: true,
      });
    }
  },
};
