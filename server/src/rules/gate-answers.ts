import type { Fix } from "../document/intention.ts";
import type { Gate } from "../document/model.ts";
import type { GateState } from "../words/terms.ts";

/** Who answers and when, and what stands for what only the author knows. */
export interface AnswerWords {
  /** Absent: nothing is signed. */
  readonly by?: string;
  readonly when?: string;
  /** Who waives where nobody is known. */
  readonly name: string;
  readonly reason: string;
}

/** Gives a gate one of the answers that it allows. Never certain: only a person knows. */
export function answerFix(gate: Gate, state: GateState, words: AnswerWords): Fix {
  const intention = { do: "answer-gate", gate: gate.id, state, ...detailsOf(state, words) } as const;
  return { title: titleOf(gate, state), intention, certain: false };
}

function titleOf({ form }: Gate, state: GateState): string {
  switch (state) {
    case "checked":
      return form === "approval" ? "Record the approval" : "Mark gate as checked";
    case "failed":
      return form === "approval" ? "Record a rejection" : "Mark gate as failed";
    case "notApplicable":
      return "Mark gate as not applicable";
    case "waived":
      return "Waive gate";
    case "open":
      return "Reopen gate";
  }
}

function detailsOf(
  state: GateState,
  { by, when, name, reason }: AnswerWords,
): { readonly by?: string; readonly when?: string; readonly reason?: string } {
  if (state === "waived") return { by: by ?? name, reason };
  if (state === "notApplicable") return { reason };
  if (state === "open" || by === undefined) return {};
  return when === undefined ? { by } : { by, when };
}
