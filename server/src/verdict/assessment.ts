import type { KindDefinition } from "../document/kind.ts";
import type { Gate, ReleaseDocument } from "../document/model.ts";
import type { Finding } from "../rules/rule.ts";
import type { StageReading } from "../stage/stage.ts";
import type { Configuration } from "../workspace/configuration.ts";
import type { LookedAt } from "../workspace/looked-at.ts";
import type { Shaping } from "./shaping.ts";
import type { Verdict } from "./verdict.ts";

/** How many gates a document has, by state. `due`: those that are due now and still open or failed. */
export interface GateCounts {
  readonly total: number;
  readonly checked: number;
  readonly failed: number;
  readonly waived: number;
  readonly notApplicable: number;
  readonly open: number;
  readonly due: number;
}

/** All that the product says of one document. */
export interface Assessment {
  readonly document: ReleaseDocument;
  readonly kind: KindDefinition;
  readonly configuration: Configuration;
  readonly stage: StageReading;
  readonly gates: GateCounts;
  /** Ids of the gates that are due at this stage. */
  readonly due: ReadonlySet<string>;
  /** Reported findings, by position then rule. */
  readonly findings: readonly Finding[];
  /** Findings that a comment in the document silences. */
  readonly suppressed: readonly Finding[];
  readonly verdict: Verdict;
  /** What else had a say in the verdict, by URIs; made when it is asked for. */
  readonly shaped: readonly Shaping[];
  /** The other files that it depends on; absent when that is not known. */
  readonly lookedAt?: readonly LookedAt[];
}

/** Counts gates by state. */
export function countGates(gates: readonly Gate[], isDue: (gate: Gate) => boolean): GateCounts {
  const counts = { total: gates.length, checked: 0, failed: 0, waived: 0, notApplicable: 0, open: 0, due: 0 };
  for (const gate of gates) {
    counts[gate.state]++;
    if ((gate.state === "open" || gate.state === "failed") && isDue(gate)) counts.due++;
  }
  return counts;
}
