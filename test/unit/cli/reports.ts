import type { ReportContext } from "../../../server/src/cli/reporters/reporter.ts";
import { plain } from "../../../server/src/cli/reporters/style.ts";
import type { CheckedDocument, ReportedFinding } from "../../../server/src/cli/reports/check-report.ts";

const source: Readonly<Record<number, string>> = {
  3: "**Rollback owner:**",
  12: "\tphases: 日本語 [Name]   ",
  104: "",
};

/** What reporters get beside a report: no colour, no terminal, a few source lines, a folder `repo` above all. */
export function context(over: Partial<ReportContext> = {}): ReportContext {
  return {
    style: plain,
    isTerminal: false,
    quiet: false,
    rules: [
      {
        id: "rollback/missing-owner",
        title: "Somebody decides on a rollback",
        rationale: "Nobody has time to ask who decides.",
        severity: { default: "warning", completed: "hint" },
        bad: "bad",
        good: "good",
        inTemplates: true,
        declaredOnly: false,
      },
    ],
    sourceLine: (_, line) => source[line],
    repositoryPath: (path) => `repo/${path}`,
    annotatedPath: (path) => `repo/${path}`,
    addressOf: () => undefined,
    ...over,
  };
}

export function finding(over: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    rule: "rollback/missing-owner",
    severity: "error",
    message: "Nobody is named who decides on a rollback",
    line: 3,
    column: 3,
    endLine: 3,
    endColumn: 18,
    url: "https://example.com/rule",
    fixable: false,
    ...over,
  };
}

export function document(path: string, findings: readonly ReportedFinding[]): CheckedDocument {
  return {
    path,
    kind: "ReleaseRunbook",
    declared: true,
    template: false,
    stage: "approved",
    stageSource: "stated",
    verdict: findings.length > 0 ? "no-go" : "go",
    gates: { total: 0, checked: 0, failed: 0, waived: 0, notApplicable: 0, open: 0, due: 0 },
    findings,
    shaped: [],
  };
}
