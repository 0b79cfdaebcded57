import type { GateState } from "../words/terms.ts";
import type { Gate } from "./model.ts";

/** The states in the order in which they are offered. */
const offered: readonly GateState[] = ["checked", "notApplicable", "waived", "failed", "open"];

/**
 * The answers that a gate allows as it stands, the most natural first. An approval is given, refused or open; a critical gate
 * that failed cannot be waived.
 */
export const answersFor = ({
  state,
  form,
  critical,
}: Pick<Gate, "state" | "form" | "critical">): readonly GateState[] =>
  offered.filter((answer) => {
    if (answer === state) return false;
    if (form === "approval") return answer !== "notApplicable" && answer !== "waived";
    return answer !== "waived" || !critical || state !== "failed";
  });
