import { largest, type Severity } from "../../engine/index.ts";
import { shapedText, shapedTitle, sharedByFindings } from "../../render/index.ts";
import { nothingChecked } from "../judge/nothing-checked.ts";
import type { CheckedDocument, CheckReport, CheckSummary, ReportedFinding } from "../reports/check-report.ts";
import { excerpt } from "../reports/excerpt.ts";
import { verdictWords } from "../reports/verdict-words.ts";
import { printable, printablePath } from "../terminal/printable.ts";
import { plural } from "./plural.ts";
import type { ReportContext, Reporter } from "./reporter.ts";
import type { Style } from "./style.ts";

const paints: Readonly<Record<Severity, keyof Style>> = {
  error: "red",
  warning: "yellow",
  information: "blue",
  hint: "faint",
};

/** For people: each document with its findings, on a terminal with their source, and a line that sums up. */
export const text: Reporter<CheckReport> = {
  name: "text",
  render({ documents, summary, shaped }, context) {
    const shown = documents.map((document) => documentLines(document, context)).filter((lines) => lines.length > 0);
    const blocks = shown.map((lines) => `${lines.join("\n")}\n\n`);
    if (context.quiet) return blocks.join("");
    const shaping = sharedByFindings(documents, shaped).map((entry) => `  - ${printable(shapedText(entry))}\n`);
    const told = shaping.length > 0 ? `${shapedTitle}:\n${shaping.join("")}\n` : "";
    return `${blocks.join("")}${told}${summaryLine(summary, context.style)}\n`;
  },
};

function documentLines(document: CheckedDocument, context: ReportContext): readonly string[] {
  const findings = document.findings.filter(({ severity }) => !context.quiet || severity === "error");
  if (findings.length === 0) return [];
  const places = findings.map(({ line, column }) => `${line}:${column}`);
  const placeWidth = largest(places.map((place) => place.length));
  const severityWidth = largest(findings.map(({ severity }) => severity.length));
  const { style } = context;
  return [
    style.strong(printablePath(document.path)),
    ...findings.flatMap((finding, index) => {
      const place = (places[index] ?? "").padStart(placeWidth);
      const severity = style[paints[finding.severity]](finding.severity.padEnd(severityWidth));
      const head = `  ${style.faint(place)}  ${severity}  ${printable(finding.message)}  ${style.faint(finding.rule)}`;
      return [head, ...sourceLines(document, finding, context, placeWidth)];
    }),
  ];
}

function sourceLines(
  { path }: CheckedDocument,
  { line, column, endLine, endColumn, severity }: ReportedFinding,
  { isTerminal, style, sourceLine }: ReportContext,
  width: number,
): readonly string[] {
  const source = isTerminal ? sourceLine(path, line) : undefined;
  if (source === undefined || source.trim() === "") return [];
  const shown = excerpt(source, column, endLine === line ? endColumn : source.length + 1);
  const margin = `  ${" ".repeat(width)}  ${style.faint("|")} `;
  return [`${margin}${style.faint(shown.source)}`, `${margin}${style[paints[severity]](shown.carets)}`];
}

function summaryLine(
  { documents, skipped, errors, warnings, infos, hints, verdict }: CheckSummary,
  style: Style,
): string {
  if (documents === 0) return nothingChecked(skipped);
  const found = [
    errors > 0 ? style.red(plural(errors, "error")) : "",
    warnings > 0 ? style.yellow(plural(warnings, "warning")) : "",
    infos > 0 ? style.blue(plural(infos, "information", "informations")) : "",
    hints > 0 ? plural(hints, "hint") : "",
  ].filter((part) => part !== "");
  const checked = `${plural(documents, "document")} checked`;
  return `${checked}: ${found.join(", ") || style.green("nothing found")}. Verdict: ${verdictWords(verdict, style)}.`;
}
