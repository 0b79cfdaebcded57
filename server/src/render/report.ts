import { byVerdict, verdictTitle, worst } from "../verdict/judge.ts";
import type { Shaping } from "../verdict/shaping.ts";
import type { VerdictName } from "../verdict/verdict.ts";
import { linkTarget, markdownText, messageText, tableRow } from "./report/markdown-text.ts";
import { openGates } from "./report/open-gates.ts";
import type { ReportBlocker, ReportDocument, ReportWaiver } from "./report/report-document.ts";
import { rollbackReadiness } from "./report/rollback-readiness.ts";
import { byDocument, type Layout, at as placed } from "./report/sections.ts";
import { shapedSection, shared } from "./report/shaped.ts";

const marks: Readonly<Record<VerdictName, string>> = { go: "✅", "no-go": "⛔", "not-ready": "⏳", none: "➖" };
const words: Readonly<Record<VerdictName, string>> = {
  go: "Go",
  "no-go": "No-Go",
  "not-ready": "Not ready",
  none: "Nothing to judge",
};

export interface ReportOptions {
  /** `YYYY-MM-DD`: the day that the report speaks of. */
  readonly today?: string;
  /** Where a link to a linked document, or to a line of it, leads; from the root of the workspace unless told otherwise. */
  linkTo?(path: string, line?: number): string;
  /** Folds long lists, for a page of many documents: only where HTML is shown. */
  readonly fold?: boolean;
  /** Documents that were demanded and not judged, a sentence each: with one of them the release is No-Go. */
  readonly missing?: readonly string[];
  /** What shaped the run, besides what shaped the verdict on each document. */
  readonly shaped?: readonly Shaping[];
}

/**
 * The Go/No-Go report of some documents, as Markdown, the worst first: the verdict, what keeps the release from Go, the open
 * gates by owner, the waivers with their reasons, and how ready the way back is. The same page for the editor, a job summary
 * and a comment on a pull request; nothing that stands in a document breaks out of it.
 */
export function renderReport(given: readonly ReportDocument[], options: ReportOptions = {}): string {
  const { today, linkTo = linkTarget, fold = false, missing = [], shaped = [] } = options;
  const documents = [...given].sort((a, b) => byVerdict(a.verdict, b.verdict));
  const layout: Layout = { linkTo, fold };
  const lines = [
    `# ${headline(documents, missing.length > 0)}`,
    "",
    ...(today === undefined ? [] : [`As of ${today}.`, ""]),
    ...(documents.length > 0 ? [...overview(documents, layout), ""] : []),
    ...(missing.length > 0 ? ["## Required, and not judged", "", ...missing.map(missingItem), ""] : []),
    ...byDocument("What keeps the release from Go", documents, layout, (document) =>
      document.blockers.map((blocker) => blockerItem(document, blocker, layout)),
    ),
    ...openGates(documents, layout),
    ...byDocument("Waived", documents, layout, (document) =>
      document.waivers.map((waiver) => waiverItem(document, waiver, layout)),
    ),
    ...byDocument("Silenced, and blocking all the same", documents, layout, (document) =>
      document.suppressed.map((blocker) => blockerItem(document, blocker, layout)),
    ),
    ...rollbackReadiness(documents, layout),
    ...shapedSection(shared(documents, shaped)),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

/** The verdict over all documents, at the end of every one of them "Can be closed"; with the version that they share. */
function headline(documents: readonly ReportDocument[], missing: boolean): string {
  const verdict = worst([...documents.map((document) => document.verdict), ...(missing ? (["no-go"] as const) : [])]);
  const judged = documents.filter((document) => document.verdict !== "none");
  const titles = new Set(judged.map((document) => verdictTitle(document.verdict, document.stage)));
  const [title = words[verdict]] = verdict === "go" && titles.size === 1 ? titles : [];
  const versions = new Map(
    documents.flatMap(({ version }) => (version === undefined ? [] : [[plain(version), version]])),
  );
  const [version] = versions.values();
  const subject = versions.size === 1 && version !== undefined ? `: ${markdownText(version)}` : "";
  return `${marks[verdict]} ${title}${subject}`;
}

const plain = (version: string): string =>
  version
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, "");

function overview(documents: readonly ReportDocument[], { linkTo }: Layout): readonly string[] {
  return [
    tableRow(["Document", "Kind", "Stage", "Verdict", "Blockers"]),
    tableRow(["---", "---", "---", "---", "--:"]),
    ...documents.map(({ path, linked, kind, stage, stageSource, verdict, blockers }) => {
      const source = stageSource === "stated" ? "" : ` (${stageSource})`;
      const title = `${marks[verdict]} ${verdictTitle(verdict, stage)}`;
      const name = linked === true ? `[${markdownText(path)}](${linkTo(path)})` : markdownText(path);
      return tableRow([name, markdownText(kind), `${stage}${source}`, title, String(blockers.length)]);
    }),
  ];
}

const missingItem = (sentence: string): string => `- ${messageText(sentence)}`;

function blockerItem(document: ReportDocument, { line, message, rule }: ReportBlocker, layout: Layout): string {
  return `- ${placed(document, line, layout)}: ${messageText(message)} (\`${rule}\`)`;
}

function waiverItem(document: ReportDocument, { line, text, by, reason }: ReportWaiver, layout: Layout): string {
  const who = by === undefined ? "" : `, by ${markdownText(by)}`;
  const why = reason === undefined ? "" : `: ${markdownText(reason)}`;
  return `- ${placed(document, line, layout)}: ${markdownText(text)}${who}${why}`;
}
