/** At most this many times what the peer takes. */
export const atMost = (most) => ({
  text: `≤ ${most} ×`,
  ratio: (ours, peer) => ours / peer,
  met: (ratio) => ratio <= most,
});

/** At least this many times faster than the peer. */
export const fasterBy = (least) => ({
  text: `≥ ${least} × faster`,
  ratio: (ours, peer) => peer / ours,
  met: (ratio) => ratio >= least,
});

/** At most this much, whatever others take. */
export const noMoreThan = (most, unit) => ({ text: `≤ ${most}${unit === "" ? "" : ` ${unit}`}`, limit: most });

/**
 * One line of the report.
 *
 * @param {{ row: string, what: string, ours: number, unit: "ms" | "KB" | "MB" | "", peer?: { name: string, value: number },
 *   budget?: object, note?: string }} measured
 */
export function line({ row, what, ours, unit, peer, budget, note = "" }) {
  const ratio = peer === undefined ? undefined : (budget?.ratio ?? ((a, b) => a / b))(ours, peer.value);
  const met = budget === undefined ? undefined : budget.limit === undefined ? budget.met(ratio) : ours <= budget.limit;
  return {
    row,
    what,
    ours,
    unit,
    peer,
    ratio,
    faster: budget?.text.includes("faster") ?? false,
    budget: budget?.text,
    met,
    note,
  };
}
