import { phaseWords } from "../words.ts";
import { linkTarget, markdownText } from "./markdown-text.ts";
import type { ReportDocument, ReportGate } from "./report-document.ts";

interface Entry {
  readonly document: ReportDocument;
  readonly gate: ReportGate;
}

/** The gates that are still open, by who owns them; those with due gates first, gates without an owner last. */
export function openGates(documents: readonly ReportDocument[]): readonly string[] {
  const groups = new Map<string, Entry[]>();
  for (const document of documents) {
    for (const gate of document.openGates ?? []) {
      const owner = gate.owner ?? "";
      const group = groups.get(owner);
      if (group === undefined) groups.set(owner, [{ document, gate }]);
      else group.push({ document, gate });
    }
  }
  if (groups.size === 0) return [];
  const sorted = [...groups].sort(
    ([a, ofA], [b, ofB]) =>
      Number(a === "") - Number(b === "") || dueOf(ofB) - dueOf(ofA) || (a < b ? -1 : a > b ? 1 : 0),
  );
  const severalDocuments = documents.length > 1;
  return [
    "## Open gates by owner",
    "",
    ...sorted.flatMap(([owner, entries]) => [
      `### ${owner === "" ? "No owner" : markdownText(owner)}: ${counted(entries)}`,
      "",
      ...entries.map((entry) => item(entry, severalDocuments)),
      "",
    ]),
  ];
}

const dueOf = (entries: readonly Entry[]): number => entries.filter(({ gate }) => gate.due).length;

function counted(entries: readonly Entry[]): string {
  const due = dueOf(entries);
  return due === 0 ? `${entries.length} open` : `${entries.length} open, ${due} due`;
}

function item({ document, gate }: Entry, withPath: boolean): string {
  const { line, text, phase, due, failed } = gate;
  const state = [failed ? "**failed**" : "", due ? "**due**" : "", phaseWords[phase]].filter((part) => part !== "");
  const where = withPath ? `${markdownText(document.path)}, line ${line}` : `line ${line}`;
  const place = document.linked === true ? `[${where}](${linkTarget(document.path, line)})` : where;
  return `- ${markdownText(text)}: ${state.join(", ")} (${place})`;
}
