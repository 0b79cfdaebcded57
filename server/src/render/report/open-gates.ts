import { phaseWords } from "../words.ts";
import { markdownText } from "./markdown-text.ts";
import type { ReportDocument, ReportGate } from "./report-document.ts";
import { type Layout, section } from "./sections.ts";

interface Entry {
  readonly document: ReportDocument;
  readonly gate: ReportGate;
}

/**
 * The gates that are still open, by who owns them; those with due gates first, gates without an owner last. The gates of what is
 * not judged are nobody's to answer.
 */
export function openGates(documents: readonly ReportDocument[], layout: Layout): readonly string[] {
  const groups = new Map<string, Entry[]>();
  for (const document of documents.filter(({ verdict }) => verdict !== "none")) {
    for (const gate of document.openGates ?? []) {
      const owner = gate.owner ?? "";
      const group = groups.get(owner);
      if (group === undefined) groups.set(owner, [{ document, gate }]);
      else group.push({ document, gate });
    }
  }
  const sorted = [...groups].sort(
    ([a, ofA], [b, ofB]) =>
      Number(a === "") - Number(b === "") || dueOf(ofB) - dueOf(ofA) || (a < b ? -1 : a > b ? 1 : 0),
  );
  const severalDocuments = documents.length > 1;
  const parts = sorted.map(([owner, entries]) => ({
    title: owner === "" ? "No owner" : owner,
    count: counted(entries),
    counted: true,
    items: dueFirst(entries).map((entry) => item(entry, severalDocuments, layout)),
  }));
  return section("Open gates by owner", parts, layout);
}

const dueOf = (entries: readonly Entry[]): number => entries.filter(({ gate }) => gate.due).length;

function dueFirst(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => Number(b.gate.due) - Number(a.gate.due));
}

function counted(entries: readonly Entry[]): string {
  const due = dueOf(entries);
  return due === 0 ? `${entries.length} open` : `${entries.length} open, ${due} due`;
}

function item({ document, gate }: Entry, withPath: boolean, { linkTo }: Layout): string {
  const { line, text, phase, due, failed } = gate;
  const state = [failed ? "**failed**" : "", due ? "**due**" : "", phaseWords[phase]].filter((part) => part !== "");
  const where = withPath ? `${markdownText(document.path)}, line ${line}` : `line ${line}`;
  const place = document.linked === true ? `[${where}](${linkTo(document.path, line)})` : where;
  return `- ${markdownText(text)}: ${state.join(", ")} (${place})`;
}
