import { verdictTitle } from "../../verdict/judge.ts";
import type { VerdictName } from "../../verdict/verdict.ts";
import { markdownText, tableRow } from "../markdown-text.ts";
import type { Reporter } from "../reporter.ts";
import type { JudgedDocument, PlacedBlocker, VerdictReport } from "../verdict-report.ts";
import { verdictWords } from "../verdict-words.ts";

const marks: Readonly<Record<VerdictName, string>> = { go: "✅", "no-go": "⛔", "not-ready": "⏳", none: "➖" };

/** The Go/No-Go page: for a job summary or a comment on a pull request. */
export const verdictMarkdown: Reporter<VerdictReport> = {
  name: "markdown",
  render({ documents, verdict }) {
    const lines = [
      `# ${marks[verdict]} ${verdict === "none" ? "Nothing to judge" : verdictWords(verdict)}`,
      "",
      ...(documents.length > 0 ? [...overview(documents), ""] : []),
      ...section("What keeps the release from Go", documents, ({ blockers }) => blockers.map(blockerItem)),
      ...section("Waived", documents, ({ waivers }) =>
        waivers.map(({ line, text, by, reason }) => {
          const who = by === undefined ? "" : `, by ${markdownText(by)}`;
          const why = reason === undefined ? "" : `: ${markdownText(reason)}`;
          return `- Line ${line}: ${markdownText(text)}${who}${why}`;
        }),
      ),
      ...section("Silenced, and blocking all the same", documents, ({ suppressed }) => suppressed.map(blockerItem)),
    ];
    return `${lines.join("\n").trimEnd()}\n`;
  },
};

function overview(documents: readonly JudgedDocument[]): readonly string[] {
  return [
    tableRow(["Document", "Kind", "Stage", "Verdict", "Blockers"]),
    tableRow(["---", "---", "---", "---", "--:"]),
    ...documents.map(({ path, kind, stage, stageSource, verdict, blockers }) => {
      const source = stageSource === "stated" ? "" : ` (${stageSource})`;
      const title = `${marks[verdict]} ${verdictTitle(verdict, stage)}`;
      return tableRow([markdownText(path), markdownText(kind), `${stage}${source}`, title, String(blockers.length)]);
    }),
  ];
}

function section(
  title: string,
  documents: readonly JudgedDocument[],
  items: (document: JudgedDocument) => readonly string[],
): readonly string[] {
  const parts = documents.flatMap((document) => {
    const list = items(document);
    return list.length > 0 ? [`### ${markdownText(document.path)}`, "", ...list, ""] : [];
  });
  return parts.length > 0 ? [`## ${title}`, "", ...parts] : [];
}

function blockerItem({ line, message, rule }: PlacedBlocker): string {
  return `- Line ${line}: ${markdownText(message)} (\`${rule}\`)`;
}
