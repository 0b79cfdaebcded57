import type { Severity } from "../../rules/rule.ts";
import type { CheckReport, ReportedFinding } from "../check-report.ts";
import type { Reporter } from "../reporter.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Workflow commands that GitHub Actions turns into annotations of the files. */
export const github: Reporter<CheckReport> = {
  name: "github",
  render: ({ documents }, { repositoryPath }) =>
    documents
      .flatMap(({ path, findings }) => findings.map((finding) => `${annotation(repositoryPath(path), finding)}\n`))
      .join(""),
};

function annotation(path: string, finding: ReportedFinding): string {
  const { rule, severity, message, line, column, endLine, endColumn } = finding;
  const columns = line === endLine ? { col: column, endColumn: Math.max(column, endColumn - 1) } : {};
  const properties = Object.entries({ file: path, line, endLine, ...columns, title: `release-docs ${rule}` })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${commands[severity]} ${properties}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
