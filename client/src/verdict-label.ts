import type { AssessmentSummary } from "../../server/src/lsp/protocol.ts";
import { markdownText, messageText } from "../../server/src/text/markdown/escape-markdown.ts";

/** The verdict as the status bar shows it; without anything of the editor's, so that it can be tested. */
export interface VerdictLabel {
  /** With the icon: `$(error) No-Go: 2 blockers`. */
  readonly text: string;
  /** Markdown. */
  readonly tooltip: string;
  /** For a screen reader. */
  readonly spoken: string;
  readonly weight: "error" | "none";
}

const icons: Readonly<Record<AssessmentSummary["verdict"], string>> = {
  go: "pass",
  "no-go": "error",
  "not-ready": "circle-slash",
  none: "dash",
};

/** Says a verdict in one line, with its stage and first blockers for those who point at it. */
export function verdictLabel(summary: AssessmentSummary): VerdictLabel {
  const plain = plainText(summary);
  return {
    text: `$(${icons[summary.verdict]}) ${plain}`,
    tooltip: [heading(summary), ...listing(summary), gateLine(summary)].filter((line) => line !== "").join("\n\n"),
    spoken: `Release verdict: ${plain}, ${stageText(summary)}`,
    weight: summary.verdict === "no-go" ? "error" : "none",
  };
}

function plainText({ verdict, verdictTitle, template, stage, blockers }: AssessmentSummary): string {
  if (template) return "Template";
  if (verdict === "no-go") return `${verdictTitle}: ${counted(blockers, "blocker")}`;
  if (verdict === "not-ready") return `${verdictTitle}: ${stageName(stage)}`;
  return verdictTitle;
}

function heading(summary: AssessmentSummary): string {
  return `**${plainText(summary)}** (${markdownText(summary.kind)}, ${stageText(summary)})`;
}

function stageText({ stage, stageSource }: AssessmentSummary): string {
  const name = stageName(stage);
  return stageSource === "assumed" ? `no status, judged as ${name}` : name;
}

function stageName(stage: string): string {
  return stage.replaceAll("-", " ");
}

function listing({ blockers, firstBlockers }: AssessmentSummary): string[] {
  if (blockers === 0) return [];
  const shown = firstBlockers.map((message) => `- ${messageText(message)}`);
  const rest = blockers - shown.length;
  return [[...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n")];
}

function gateLine({ gates, template }: AssessmentSummary): string {
  if (template || gates.total === 0) return "";
  const due = gates.due === 0 ? "none due" : `${gates.due} due`;
  return `${gates.checked} of ${counted(gates.total, "gate")} checked, ${gates.open} open (${due})`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
