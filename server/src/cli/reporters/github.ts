import type { Severity } from "../../engine/index.ts";
import { shapedText, shapedTitle, sharedByFindings } from "../../render/index.ts";
import type { CheckReport, ReportedFinding } from "../reports/check-report.ts";
import type { Reporter } from "./reporter.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/**
 * Workflow commands that GitHub Actions turns into annotations of the files, and into one notice of what shaped the verdict: a
 * step shows few.
 */
export const github: Reporter<CheckReport> = {
  name: "github",
  render({ documents, shaped }, { annotatedPath }) {
    const annotations = documents.flatMap(({ path, findings }) =>
      findings.map((finding) => `${annotation(annotatedPath(path), finding)}\n`),
    );
    const shaping = sharedByFindings(documents, shaped).map((entry) => shapedText(entry));
    if (shaping.length > 0) {
      annotations.push(`::notice title=release-docs::${escapeMessage([`${shapedTitle}:`, ...shaping].join("\n"))}\n`);
    }
    return annotations.join("");
  },
};

function annotation(path: string, finding: ReportedFinding): string {
  const { rule, severity, message, line, column, endLine, endColumn } = finding;
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file: path, line, endLine, ...columns, title: `release-docs ${rule}` })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${commands[severity]} ${properties}::${escapeMessage(message)}`;
}

/** A per cent sign is escaped where it would be read as an escape, and stays one for who reads the line as it is. */
function escapeMessage(text: string): string {
  const escaped = text.replace(/%(?=25|0[AD]|2C|3A)/gi, "%25");
  return escaped.replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
