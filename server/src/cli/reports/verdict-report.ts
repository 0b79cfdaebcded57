import type { Assessment, Blocker, GatePhase, Shaping, VerdictName } from "../../engine/index.ts";
import { type ReportDocument, reportDocument } from "../../render/index.ts";
import type { Input } from "../judge/input.ts";
import { pathNamerFor } from "../reporters/path-namer.ts";
import { type DocumentHead, verdictOfRun } from "./document-head.ts";
import { type Places, type Position, placesOf } from "./places.ts";

/** What `verdict` says, in the shape of its JSON (version 1). Lines and columns count from 1, columns in UTF-16. */
export interface VerdictReport {
  readonly version: 1;
  /** By path. */
  readonly documents: readonly JudgedDocument[];
  /** The documents that `--require` demands; one that is not met is a reason for No-Go. */
  readonly required: readonly Requirement[];
  /** What shaped the run: options, and what was left out. */
  readonly shaped: readonly Shaping[];
  /** The worst of no-go, not-ready, go, none. */
  readonly verdict: VerdictName;
}

/** Documents that must be there and be judged, and whether they are. */
export interface Requirement {
  /** As given. */
  readonly glob: string;
  readonly met: boolean;
  /** The documents that it names and that were judged. */
  readonly paths: readonly string[];
  /** Why it is not met, a sentence each. */
  readonly reasons: readonly string[];
}

export interface JudgedDocument extends DocumentHead {
  readonly blockers: readonly PlacedBlocker[];
  readonly waivers: readonly PlacedWaiver[];
  /** Those of the blockers that a comment or the configuration silences. */
  readonly suppressed: readonly PlacedBlocker[];
}

export interface PlacedBlocker extends Position {
  readonly rule: string;
  readonly message: string;
}

export interface PlacedWaiver extends Position {
  readonly text: string;
  readonly phase: GatePhase;
  readonly by?: string;
  readonly reason?: string;
}

/** What is told of one document: the report for programs, and what the Go/No-Go page says besides. */
export interface JudgedSource {
  readonly judged: JudgedDocument;
  readonly page: ReportDocument;
}

/** One assessment as it is reported. */
export function judgedSource(input: Input, assessment: Assessment, cwd: string): JudgedSource {
  const page = reportDocument(assessment, input.path, false, pathNamerFor(cwd, input));
  return { judged: judgedDocument(input.path, assessment, page.shaped), page };
}

function judgedDocument(
  path: string,
  { document, stage, verdict }: Assessment,
  shaped: readonly Shaping[],
): JudgedDocument {
  const places = placesOf(document);
  return {
    path,
    kind: document.kind,
    stage: stage.stage,
    stageSource: stage.source,
    verdict: verdict.verdict,
    blockers: verdict.blockers.map((blocker) => placed(blocker, places)),
    waivers: verdict.waivers.map(({ text, phase, by, reason, box }) => ({
      text,
      phase,
      ...(by !== undefined && { by }),
      ...(reason !== undefined && { reason }),
      ...places.position(box),
    })),
    suppressed: verdict.suppressed.map((blocker) => placed(blocker, places)),
    shaped,
  };
}

/** The report of all documents. */
export function verdictReport(
  documents: readonly JudgedDocument[],
  { required = [], shaped = [] }: Partial<Pick<VerdictReport, "required" | "shaped">> = {},
): VerdictReport {
  const met = required.every((requirement) => requirement.met);
  return { version: 1, documents, required, shaped, verdict: verdictOfRun(documents, shaped, met) };
}

function placed({ rule, message, at }: Blocker, places: Places): PlacedBlocker {
  return { rule, message, ...places.position(at) };
}
