import type { Gate, ReleaseDocument } from "../../document/model.ts";
import type { Place } from "../../text/place.ts";

/** Finds the gate that an entry of a manifest is. */
export type GateAt = (entry: Place) => Gate | undefined;

export function gatesByPlace(document: ReleaseDocument): GateAt {
  const key = (place: Place): string => {
    const { start, end } = document.span(place);
    return `${start}:${end}`;
  };
  const gates = new Map(document.gates.map((gate) => [key(gate.at), gate]));
  return (entry) => (gates.size === 0 ? undefined : gates.get(key(entry)));
}
