import { append, type Severity } from "../../engine/index.ts";
import { shapedSection, sharedByFindings } from "../../render/index.ts";
import { nothingChecked } from "../judge/nothing-checked.ts";
import type { CheckedDocument, CheckReport, ReportedFinding } from "../reports/check-report.ts";
import { verdictWords } from "../reports/verdict-words.ts";
import { markdownText, tableRow } from "./markdown-text.ts";
import { plural } from "./plural.ts";
import type { ReportContext, Reporter } from "./reporter.ts";

const marks: Readonly<Record<Severity, string>> = { error: "❌", warning: "⚠️", information: "ℹ️", hint: "💡" };
/** A comment on GitHub holds 65,536 characters. */
const mostFindings = 150;

/** A page for a comment on a pull request or a job summary. */
export const markdown: Reporter<CheckReport> = {
  name: "markdown",
  render({ documents, summary, shaped }, { addressOf }) {
    const { errors, warnings, infos, hints, verdict } = summary;
    const found = [
      ...(errors > 0 ? [plural(errors, "error")] : []),
      ...(warnings > 0 ? [plural(warnings, "warning")] : []),
      ...(infos > 0 ? [plural(infos, "information", "informations")] : []),
      ...(hints > 0 ? [plural(hints, "hint")] : []),
    ];
    const checked = `${plural(summary.documents, "document")} checked: ${found.join(", ") || "nothing found"}.`;
    const lines = [
      "## Release documents",
      "",
      summary.documents === 0 ? nothingChecked(summary.skipped) : `**Verdict: ${verdictWords(verdict)}.** ${checked}`,
      "",
      ...findingLines(documents, addressOf),
      ...shapedSection(sharedByFindings(documents, shaped), "###"),
    ];
    return `${lines.join("\n").trimEnd()}\n`;
  },
};

function findingLines(documents: readonly CheckedDocument[], addressOf: ReportContext["addressOf"]): readonly string[] {
  const lines: string[] = [];
  let room = mostFindings;
  for (const { path, findings } of documents) {
    const shown = findings.slice(0, room);
    room -= shown.length;
    if (shown.length === 0) continue;
    const rows = shown.map((finding) => row(finding, addressOf(path, finding.line)));
    lines.push(
      `### ${markdownText(path)}`,
      "",
      tableRow(["", "Line", "Finding", "Rule"]),
      tableRow(["---", "--:", "---", "---"]),
    );
    append(lines, rows);
    lines.push("");
  }
  const total = documents.reduce((count, { findings }) => count + findings.length, 0);
  if (total > mostFindings) lines.push(`… and ${total - mostFindings} more.`);
  return lines;
}

function row({ severity, line, message, rule, url }: ReportedFinding, address: string | undefined): string {
  const place = address === undefined ? String(line) : `[${line}](${address})`;
  return tableRow([marks[severity], place, markdownText(message), `[\`${rule}\`](${url})`]);
}
