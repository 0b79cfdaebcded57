import { verdictTitle } from "../../engine/index.ts";
import { shapedText, shapedTitle, shared } from "../../render/index.ts";
import type { JudgedDocument, PlacedBlocker, PlacedWaiver, VerdictReport } from "../reports/verdict-report.ts";
import { verdictWords } from "../reports/verdict-words.ts";
import { printable, printablePath } from "../terminal/printable.ts";
import { plural } from "./plural.ts";
import type { Reporter } from "./reporter.ts";
import type { Style } from "./style.ts";

/** The verdict for people on a terminal: the word first, then each document with what keeps it from Go. */
export const verdictText: Reporter<VerdictReport> = {
  name: "text",
  render({ documents, required, shaped, verdict }, { style, quiet }) {
    const missing = required.flatMap(({ reasons }) => reasons);
    const headline = [
      `Verdict: ${style.strong(verdictWords(verdict, style))}`,
      ...missing.map((reason) => `${style.red("✖")} ${printable(reason)}`),
    ];
    const shaping = shared(documents, shaped).map((entry) => `  - ${printable(shapedText(entry))}`);
    const lines = [
      ...headline,
      "",
      ...documents.flatMap((document) => documentLines(document, style)),
      ...(shaping.length > 0 ? [`${shapedTitle}:`, ...shaping] : []),
    ];
    return `${(quiet ? headline : lines).join("\n").trimEnd()}\n`;
  },
};

function documentLines(document: JudgedDocument, style: Style): readonly string[] {
  const { path, kind, stage, stageSource, verdict, blockers, waivers, suppressed } = document;
  const title = verdictTitle(verdict, stage);
  const source = stageSource === "stated" ? "" : ` (${stageSource})`;
  return [
    `${style.strong(printablePath(path))}  ${title}`,
    style.faint(`  ${printable(kind)}, ${stage}${source}`),
    ...blockers.map((blocker) => `  ${blockerLine(blocker, style.red("✖"), style)}`),
    ...waivers.map((waiver) => `  ${waiverLine(waiver, style)}`),
    ...(suppressed.length > 0
      ? [`  ${plural(suppressed.length, "blocker")} silenced, and blocking all the same:`]
      : []),
    ...suppressed.map((blocker) => `    ${blockerLine(blocker, "-", style)}`),
    "",
  ];
}

function blockerLine({ line, column, message, rule }: PlacedBlocker, mark: string, style: Style): string {
  return `${mark} ${style.faint(`${line}:${column}`)}  ${printable(message)}  ${style.faint(rule)}`;
}

function waiverLine({ line, column, text, by, reason }: PlacedWaiver, style: Style): string {
  const who = by === undefined ? "" : ` by ${by}`;
  const why = reason === undefined ? "" : `: ${reason}`;
  return `${style.yellow("~")} ${style.faint(`${line}:${column}`)}  ${printable(`${text} (waived${who}${why})`)}`;
}
