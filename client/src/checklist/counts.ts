import type { ChecklistGate } from "../../../server/src/lsp/protocol.ts";

/** How some gates stand together, whatever the filter. `open` counts failed ones too. */
export interface Counts {
  readonly total: number;
  readonly open: number;
  readonly failed: number;
  readonly due: number;
}

export function count(gates: readonly ChecklistGate[]): Counts {
  let [open, failed, due] = [0, 0, 0];
  for (const gate of gates) {
    if (!isOpen(gate)) continue;
    open++;
    if (gate.state === "failed") failed++;
    if (gate.due) due++;
  }
  return { total: gates.length, open, failed, due };
}

export const isOpen = ({ state }: ChecklistGate): boolean => state === "open" || state === "failed";
