import { shapedText, shapedTitle, sharedByFindings } from "../../render/index.ts";
import type { CheckedDocument, CheckReport, ReportedFinding } from "../reports/check-report.ts";
import { printable, printablePath } from "../terminal/printable.ts";
import type { Reporter } from "./reporter.ts";

/**
 * JUnit XML: a suite for each document, a case for each finding. Errors are failures; what is less is told in a case that passes. A
 * document without findings is one case that passes, and so is what shaped the verdict.
 */
export const junit: Reporter<CheckReport> = {
  name: "junit",
  render({ documents, summary, shaped }) {
    const shaping = sharedByFindings(documents, shaped).map((entry) => printable(shapedText(entry)));
    const cases = documents.reduce((count, { findings }) => count + Math.max(1, findings.length), 0);
    const tests = cases + (shaping.length > 0 ? 1 : 0);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="release-docs" tests="${tests}" failures="${summary.errors}">`,
      ...documents.flatMap(suite),
      ...(shaping.length > 0 ? shapedSuite(shaping) : []),
      "</testsuites>",
      "",
    ].join("\n");
  },
};

function shapedSuite(shaping: readonly string[]): readonly string[] {
  return [
    '  <testsuite name="release-docs" tests="1" failures="0" errors="0">',
    `    <testcase classname="release-docs" name=${attribute(shapedTitle)}>`,
    `      <system-out>${escapeXml(shaping.join("\n"))}</system-out>`,
    "    </testcase>",
    "  </testsuite>",
  ];
}

function suite(document: CheckedDocument): readonly string[] {
  const { path, findings } = document;
  const failures = findings.filter(({ severity }) => severity === "error").length;
  const cases =
    findings.length > 0
      ? findings.flatMap((finding) => testCase(path, finding))
      : [`    <testcase classname=${attribute(path)} name="release-docs"/>`];
  const tests = Math.max(1, findings.length);
  return [
    `  <testsuite name=${attribute(path)} tests="${tests}" failures="${failures}" errors="0">`,
    ...cases,
    "  </testsuite>",
  ];
}

function testCase(path: string, { rule, severity, message, line, column }: ReportedFinding): readonly string[] {
  const place = `${printablePath(path)}:${line}:${column}`;
  const opening = `    <testcase classname=${attribute(path)} name=${attribute(`${rule} ${line}:${column}`)}>`;
  const told = `${place} ${severity} ${message} (${rule})`;
  const content =
    severity === "error"
      ? `<failure type=${attribute(rule)} message=${attribute(message)}>${escapeXml(told).replaceAll("\n", " ")}</failure>`
      : `<system-out>${escapeXml(told).replaceAll("\n", " ")}</system-out>`;
  return [opening, `      ${content}`, "    </testcase>"];
}

function attribute(text: string): string {
  return `"${escapeXml(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`;
}

/** XML 1.0 knows no control characters and no lone surrogates; what reorders or breaks a line goes as well. */
function escapeXml(text: string): string {
  return text
    .replace(
      /(?![\t\n])\p{Cc}|\p{Cs}|[\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu,
      "\uFFFD",
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/##(?=\w*\[)/g, "#&#35;");
}
