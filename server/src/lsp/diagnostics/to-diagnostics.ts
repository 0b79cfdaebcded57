import { type Diagnostic, DiagnosticSeverity, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Assessment,
  type Configuration,
  pageUrl,
  relativePath,
  type Severity,
  type Span,
} from "../../engine/index.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A span of offsets as an LSP range. `document` must hold the text that the span counts in. */
export function rangeOf(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** The reported findings. `document` must hold the text that was judged. */
export function toDiagnostics(document: TextDocument, assessment: Assessment | undefined): Diagnostic[] {
  if (assessment === undefined) return [];
  return assessment.findings.map((finding) => ({
    range: rangeOf(document, assessment.document.span(finding.at)),
    severity: severities[finding.severity],
    code: finding.rule,
    codeDescription: { href: pageUrl(finding.rule) },
    source: "release-docs",
    message: finding.message,
    data: { fixable: finding.fixes.length > 0 },
  }));
}

/** What is told of a file that is looked for and cannot be read. */
export const unreadDiagnostic: Diagnostic = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Warning,
  code: "unread",
  source: "release-docs",
  message:
    "This file cannot be read, or is a link that leads out of the repository, so that it is judged by nobody: write it as a text file in UTF-8, or remove it",
};

/** What is wrong with a configuration file itself. `document` must hold the text that was read. */
export function configurationDiagnostics(document: TextDocument, configuration: Configuration): Diagnostic[] {
  if (configuration.uri === undefined || relativePath(configuration.uri, document.uri) !== "") return [];
  return configuration.problems.map((problem) => ({
    range: rangeOf(document, problem),
    severity: DiagnosticSeverity.Warning,
    code: "configuration",
    source: "release-docs",
    message: problem.message,
  }));
}
