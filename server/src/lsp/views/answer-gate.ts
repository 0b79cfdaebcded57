import type { ReleaseDocsService, ReleaseDocument, TextChange } from "../../engine/index.ts";
import type { AnswerGateParams } from "../protocol.ts";

/**
 * The changes that answer a gate, found again by its id; of a choice, those that tick or clear one of its boxes. `undefined`
 * when there is no such gate or box, or the gate cannot be answered so; empty when it is answered so already.
 */
export function answerGate(
  service: Pick<ReleaseDocsService, "edit">,
  document: ReleaseDocument,
  { gate: id, state, option, by, when, reason }: AnswerGateParams,
): readonly TextChange[] | undefined {
  const gate = document.gates.find((candidate) => candidate.id === id);
  if (gate === undefined) return undefined;
  if (option !== undefined && gate.options !== undefined)
    return service.edit(document, { do: "choose-option", gate: id, option, ticked: state === "checked" });
  return service.edit(document, {
    do: "answer-gate",
    gate: id,
    state,
    ...(by === undefined ? {} : { by }),
    ...(when === undefined ? {} : { when }),
    ...(reason === undefined ? {} : { reason }),
  });
}
