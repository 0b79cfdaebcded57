import type { Intention } from "../document/intention.ts";
import type { Gate } from "../document/model.ts";
import type { GateState } from "../words/terms.ts";

/** An answer that can be given to a gate. */
export interface GateAnswer {
  readonly title: string;
  readonly intention: Extract<Intention, { readonly do: "answer-gate" }>;
}

/** Who answers, and when. */
export interface Signature {
  /** As the person is named in documents: `@alice`. Without one, nothing is signed. */
  readonly identity?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/**
 * The answers that fit a gate as it stands. What only the author knows is a blank: who waives it where no identity is
 * set, and every reason.
 */
export function gateAnswers(gate: Gate, { identity, today }: Signature): readonly GateAnswer[] {
  const answer = (title: string, state: GateState, more: { by?: string; when?: string; reason?: string } = {}) => ({
    title,
    intention: { do: "answer-gate", gate: gate.id, state, ...more } as const,
  });
  const signed = identity === undefined ? {} : { by: identity, when: today };
  if (gate.state !== "open" && gate.state !== "failed") return [answer("Reopen gate", "open")];
  const refuse = gate.form === "approval" ? "Record a rejection" : "Mark gate as failed";
  const last = gate.state === "failed" ? answer("Reopen gate", "open") : answer(refuse, "failed", signed);
  if (gate.form === "approval") return [answer("Record the approval", "checked", signed), last];
  return [
    answer("Mark gate as checked", "checked", signed),
    answer("Mark gate as not applicable", "notApplicable", { reason: "[Reason]" }),
    ...(gate.critical && gate.state === "failed"
      ? []
      : [answer("Waive gate", "waived", { by: identity ?? "[Name]", reason: "[Reason]" })]),
    last,
  ];
}
