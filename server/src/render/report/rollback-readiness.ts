import { markdownText, tableRow } from "./markdown-text.ts";
import type { ReportDocument, ReportRollback } from "./report-document.ts";
import { byDocument, at as placed } from "./sections.ts";

const missing = "missing";

/** How ready the way back is: what each document says of it, and what the rules say of that. */
export function rollbackReadiness(documents: readonly ReportDocument[]): readonly string[] {
  const known = documents.flatMap(({ path, verdict, rollback }) =>
    rollback === undefined || verdict === "none" ? [] : [{ path, rollback }],
  );
  if (known.length === 0) return [];
  return [
    "## Rollback readiness",
    "",
    tableRow(["Document", "Triggers", "Decides", "Steps", "Takes", "Verification", "Communication"]),
    tableRow(["---", "--:", "---", "--:", "---", "---", "---"]),
    ...known.map(({ path, rollback }) => row(path, rollback)),
    "",
    ...byDocument("What the way back lacks", documents, (document) =>
      document.verdict === "none" ? [] : lacks(document),
    ),
  ];
}

function row(path: string, rollback: ReportRollback): string {
  const { triggers, owner, steps, estimate, rto, verification, communication } = rollback;
  const within = rto === undefined ? "" : ` of ${markdownText(rto)} allowed`;
  return tableRow([
    markdownText(path),
    triggers === 0 ? missing : String(triggers),
    owner === undefined ? missing : markdownText(owner),
    steps === 0 ? missing : String(steps),
    estimate === undefined ? missing : `${markdownText(estimate)}${within}`,
    verification ? "yes" : missing,
    communication ? "yes" : missing,
  ]);
}

function lacks(document: ReportDocument): readonly string[] {
  const findings = document.rollback?.findings ?? [];
  return findings.map(
    ({ line, message, rule }) => `- ${placed(document, line)}: ${markdownText(message)} (\`${rule}\`)`,
  );
}
