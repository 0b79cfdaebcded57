import type { Gate } from "../../document/model.ts";

/** How a gate stands, in a few words: `open, due`, `checked by @alice`, `waived by @bob: no change`. */
export function gateWords({ state, by, reason, waiverIncomplete }: Gate, isDue: boolean): string {
  const who = by === undefined || by === "" ? "" : ` by ${by}`;
  const why = reason === undefined || reason === "" ? "" : `: ${reason}`;
  switch (state) {
    case "open":
      return `open${isDue ? ", due" : ""}${waiverIncomplete === true ? ", waiver incomplete" : ""}`;
    case "checked":
      return `checked${who}`;
    case "failed":
      return `failed${why}`;
    case "waived":
      return `waived${who}${why}`;
    case "notApplicable":
      return `not applicable${why}`;
  }
}

/** How the gates of a place stand together: `3 of 9 gates open, 1 failed, 2 due`. */
export function gatesWords(gates: readonly Gate[], due: ReadonlySet<string>): string {
  const count = (state: Gate["state"]): number => gates.filter((gate) => gate.state === state).length;
  const noun = gates.length === 1 ? "gate" : "gates";
  const [open, failed] = [count("open"), count("failed")];
  if (open + failed === 0) return gates.length === 1 ? "1 gate, answered" : `All ${gates.length} gates answered`;
  const waiting = gates.filter(({ id, state }) => due.has(id) && (state === "open" || state === "failed")).length;
  const parts = [
    `${open} of ${gates.length} ${noun} open`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(waiting > 0 ? [`${waiting} due`] : []),
  ];
  return parts.join(", ");
}
