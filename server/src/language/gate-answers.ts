import { answersFor } from "../document/gate-answers.ts";
import type { Fix } from "../document/intention.ts";
import type { Gate } from "../document/model.ts";
import { answerFix } from "../rules/gate-answers.ts";

/** Who answers, and when. */
export interface Signature {
  /** As the person is named in documents: `@alice`. Without one, nothing is signed. */
  readonly identity?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/**
 * The answers that are offered for a gate as it stands; one that is answered is reopened first. What only the author knows is a
 * blank: who waives it where no identity is set, and every reason.
 */
export function gateAnswers(gate: Gate, { identity, today }: Signature): readonly Fix[] {
  const waits = gate.state === "open" || gate.state === "failed";
  const signed = identity === undefined ? {} : { by: identity, when: today };
  const words = { ...signed, name: "[Name]", reason: "[Reason]" };
  return answersFor(gate)
    .filter((state) => waits || state === "open")
    .map((state) => answerFix(gate, state, words));
}
