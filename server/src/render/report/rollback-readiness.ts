import { markdownText, messageText, tableRow } from "./markdown-text.ts";
import type { ReportBlocker, ReportDocument, ReportRollback } from "./report-document.ts";
import { byDocument, type Layout, at as placed } from "./sections.ts";

const missing = "missing";

/** How ready the way back is: what each document says of it, and what the rules say of that. */
export function rollbackReadiness(documents: readonly ReportDocument[], layout: Layout): readonly string[] {
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
    ...byDocument("What the way back lacks besides", documents, layout, (document) =>
      document.verdict === "none" ? [] : lacks(document, layout),
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

/** What does not block, that is: what does is told above. */
function lacks(document: ReportDocument, layout: Layout): readonly string[] {
  const told = new Set(document.blockers.map(keyOf));
  const findings = (document.rollback?.findings ?? []).filter((finding) => !told.has(keyOf(finding)));
  return findings.map(
    ({ line, message, rule }) => `- ${placed(document, line, layout)}: ${messageText(message)} (\`${rule}\`)`,
  );
}

const keyOf = ({ line, rule, message }: ReportBlocker): string => `${line} ${rule} ${message}`;
