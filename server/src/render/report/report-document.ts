import type { KindDefinition } from "../../document/kind.ts";
import type { Gate, ReleaseDocument } from "../../document/model.ts";
import type { Stage, StageSource } from "../../stage/stage.ts";
import { createLineIndex } from "../../text/line-index.ts";
import type { Place } from "../../text/place.ts";
import { renamed, type Shaping } from "../../verdict/shaping.ts";
import type { Blocker, VerdictName } from "../../verdict/verdict.ts";
import { isPlaceholder } from "../../words/placeholder.ts";
import type { GatePhase } from "../../words/terms.ts";
import type { Assessed } from "../assessed.ts";

/** What the Go/No-Go report tells of one document: plain data. Lines count from 1. */
export interface ReportDocument {
  /** As it is shown and, with `linked`, linked to. */
  readonly path: string;
  /** True when a reader of the report reaches the document by its path. */
  readonly linked?: boolean;
  readonly kind: string;
  /** Absent while it is a placeholder. */
  readonly version?: string;
  readonly stage: Stage;
  readonly stageSource: StageSource;
  readonly verdict: VerdictName;
  readonly blockers: readonly ReportBlocker[];
  readonly waivers: readonly ReportWaiver[];
  /** Those of the blockers that a comment or the configuration silences. */
  readonly suppressed: readonly ReportBlocker[];
  /** What else had a say in the verdict; files by their paths. */
  readonly shaped: readonly Shaping[];
  /** Gates that are open or failed, whether due or not. */
  readonly openGates?: readonly ReportGate[];
  readonly rollback?: ReportRollback;
}

export interface ReportBlocker {
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

export interface ReportWaiver {
  readonly line: number;
  readonly text: string;
  readonly by?: string;
  readonly reason?: string;
}

export interface ReportGate {
  readonly line: number;
  readonly text: string;
  readonly phase: GatePhase;
  readonly due: boolean;
  readonly failed: boolean;
  readonly owner?: string;
}

/** How ready the way back is: counts, and texts as they stand in the document. */
export interface ReportRollback {
  readonly triggers: number;
  readonly steps: number;
  readonly owner?: string;
  readonly estimate?: string;
  readonly rto?: string;
  readonly verification: boolean;
  readonly communication: boolean;
  /** What the rules say of it. */
  readonly findings: readonly ReportBlocker[];
}

/**
 * Takes from an assessment what the report tells of it.
 *
 * @param nameOf The path that a file (URI) is shown by.
 */
export function reportDocument(
  assessed: Assessed & { readonly kind: KindDefinition },
  path: string,
  linked: boolean,
  nameOf: (uri: string) => string,
): ReportDocument {
  const { document, stage, verdict, due, findings } = assessed;
  const lines = createLineIndex(document.text);
  const line = (at: Place): number => lines.position(document.span(at).start).line + 1;
  const placed = ({ rule, message, at }: Blocker): ReportBlocker => ({ line: line(at), rule, message });
  const version = document.facts.version?.value;
  return {
    path,
    linked,
    kind: document.kind,
    ...(version === undefined || version === "" || isPlaceholder(version) ? {} : { version }),
    stage: stage.stage,
    stageSource: stage.source,
    verdict: verdict.verdict,
    blockers: verdict.blockers.map(placed),
    waivers: verdict.waivers.map(({ text, by, reason, box }) => ({
      line: line(box),
      text,
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
    })),
    suppressed: verdict.suppressed.map(placed),
    shaped: assessed.shaped.map((shaping) => renamed(shaping, nameOf)),
    openGates: document.gates.filter(isWaiting).map((gate) => ({
      line: line(gate.box),
      text: gate.text,
      phase: gate.phase,
      due: due.has(gate.id),
      failed: gate.state === "failed",
      ...(gate.owner === undefined || gate.owner === "" ? {} : { owner: gate.owner }),
    })),
    rollback: rollbackOf(
      document,
      assessed.kind,
      findings.filter(({ rule }) => rule.startsWith("rollback/")).map(placed),
    ),
  };
}

const isWaiting = ({ state, required }: Gate): boolean => required && (state === "open" || state === "failed");

function rollbackOf(
  document: ReleaseDocument,
  kind: KindDefinition,
  findings: readonly ReportBlocker[],
): ReportRollback {
  const { triggers, steps, owner, estimate, rto, verification, communication } = document.rollback;
  const stated = (name: "owner" | "estimate" | "rto", value: string | undefined) =>
    value === undefined || value.trim() === "" || isPlaceholder(value) ? {} : { [name]: value };
  return {
    triggers: triggers.length,
    steps: steps.length,
    ...stated("owner", owner?.value ?? (kind.managerDecides ? document.facts.owners[0]?.value : undefined)),
    ...stated("estimate", estimate?.value),
    ...stated("rto", rto?.value),
    verification: verification !== undefined,
    communication: communication !== undefined,
    findings,
  };
}
