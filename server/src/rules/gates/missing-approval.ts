import type { Fix } from "../../document/intention.ts";
import type { Gate } from "../../document/model.ts";
import { answerFix } from "../gate-answers.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

const approve = (gate: Gate): Fix => answerFix(gate, "checked", { name: "@name", reason: "reason" });

/** Every required approval is given. */
export const missingApproval: Rule = {
  id: "gates/missing-approval",
  title: "Every required approval is given",
  rationale:
    "What needs approval and goes out without it is a finding in the next audit, or in the next incident review.",
  severity: { default: "error", draft: "information", "in-review": "information" },
  bad: `apiVersion: release-docs/v1
kind: ReleaseManifest
approvals:
  - role: Product owner
    required: true
`,
  good: `apiVersion: release-docs/v1
kind: ReleaseManifest
approvals:
  - role: Product owner
    required: true
    by: "@erin"
    at: 2026-12-03
    decision: approved
`,
  inTemplates: false,
  declaredOnly: false,
  each: {
    gates(gate, { stage }, report) {
      if (gate.form !== "approval" || stage.stage === "cancelled") return;
      const early = stage.stage === "draft" || stage.stage === "in-review";
      const rejected = gate.state === "failed";
      if (!rejected && (!gate.required || gate.state !== "open" || early)) return;
      report({
        at: gate.box,
        message: rejected
          ? rejection(gate.text)
          : `Approval of ${quote(gate.text)} is required and not given: record who decided, when and what`,
        fixes: rejected ? [] : [approve(gate)],
        blocks: gate.required || rejected,
      });
    },
  },
  check({ document, stage }, report) {
    if (stage.stage === "cancelled") return;
    for (const { role, rejected, at } of document.signOffs) {
      if (rejected === true) report({ at, message: rejection(role.value), blocks: true });
    }
  },
};

const rejection = (role: string): string =>
  `${quote(role)} rejected this release: settle it with them, or cancel the release`;
