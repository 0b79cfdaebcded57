import type { Gate, ReleaseDocument } from "../../document/model.ts";
import type { ReleaseDocsService } from "../../engine/service.ts";
import { findBoxes } from "../../text/markdown/boxes.ts";
import type { TextChange } from "../../text/place.ts";
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
  if (option !== undefined && gate.form === "choice") return tickOption(document, gate, option, state === "checked");
  return service.edit(document, {
    do: "answer-gate",
    gate: id,
    state,
    ...(by === undefined ? {} : { by }),
    ...(when === undefined ? {} : { when }),
    ...(reason === undefined ? {} : { reason }),
  });
}

/** One answer at a time: what ticks an option clears the others. */
function tickOption(
  document: ReleaseDocument,
  gate: Gate,
  option: number,
  ticked: boolean,
): readonly TextChange[] | undefined {
  const { start, end } = document.span(gate.at);
  const boxes = findBoxes(document.text.slice(start, end));
  if (boxes[option] === undefined) return undefined;
  return boxes.flatMap((box, index) => {
    const wanted = index === option ? ticked : box.ticked && !ticked;
    if (wanted === box.ticked) return [];
    return [{ start: start + box.start, end: start + box.end, text: wanted ? "[x]" : "[ ]" }];
  });
}
