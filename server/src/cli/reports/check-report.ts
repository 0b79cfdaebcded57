import {
  type Assessment,
  type Finding,
  type GateCounts,
  pageUrl,
  renamed,
  type Severity,
  type Shaping,
  type VerdictName,
} from "../../engine/index.ts";
import type { Input } from "../judge/input.ts";
import { pathNamerFor } from "../reporters/path-namer.ts";
import { type DocumentHead, verdictOfRun } from "./document-head.ts";
import { placesOf, type Range } from "./places.ts";

/** What `check` found, in the shape of its JSON (version 1). Lines and columns count from 1, columns in UTF-16. */
export interface CheckReport {
  readonly version: 1;
  /** By path. */
  readonly documents: readonly CheckedDocument[];
  /** What shaped the run: options, a baseline, and what was left out. */
  readonly shaped: readonly Shaping[];
  readonly summary: CheckSummary;
}

export interface CheckedDocument extends DocumentHead {
  readonly declared: boolean;
  readonly template: boolean;
  readonly gates: GateCounts;
  /** By line, column, rule. */
  readonly findings: readonly ReportedFinding[];
}

export interface ReportedFinding extends Range {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The page that explains the rule. */
  readonly url: string;
  /** A fix is offered. */
  readonly fixable: boolean;
}

export interface CheckSummary {
  readonly documents: number;
  /** Files that were looked at and are no release documents. */
  readonly skipped: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** The worst of the documents' verdicts. */
  readonly verdict: VerdictName;
}

/** A checked document with the lines (number, text) that its findings begin on: what a reporter can show of the source. */
export interface CheckedSource {
  readonly document: CheckedDocument;
  readonly lines: readonly (readonly [number, string])[];
}

/** One assessment as it is reported. */
export function checkedSource(input: Input, assessment: Assessment, cwd: string): CheckedSource {
  const { document, stage, gates, verdict } = assessment;
  const places = placesOf(document);
  const nameOf = pathNamerFor(cwd, input);
  const findings = assessment.findings.map((finding) => reported(finding, places.range(finding.at)));
  return {
    document: {
      path: input.path,
      kind: document.kind,
      declared: document.declared,
      template: document.template,
      stage: stage.stage,
      stageSource: stage.source,
      verdict: verdict.verdict,
      gates,
      findings: findings.sort(byPlace),
      shaped: assessment.shaped.map((shaping) => renamed(shaping, nameOf)),
    },
    lines: [...new Map(findings.map(({ line }) => [line, places.line(line)]))],
  };
}

/** The report of all documents. */
export function checkReport(
  documents: readonly CheckedDocument[],
  skipped: number,
  shaped: readonly Shaping[] = [],
): CheckReport {
  const findings = documents.flatMap((document) => document.findings);
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    documents,
    shaped,
    summary: {
      documents: documents.length,
      skipped,
      errors: count("error"),
      warnings: count("warning"),
      infos: count("information"),
      hints: count("hint"),
      verdict: verdictOfRun(documents, shaped),
    },
  };
}

function reported({ rule, severity, message, fixes }: Finding, range: Range): ReportedFinding {
  const { line, column, endLine, endColumn } = range;
  const fixable = fixes.length > 0;
  return { rule, severity, message, line, column, endLine, endColumn, url: pageUrl(rule), fixable };
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
