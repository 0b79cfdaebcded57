import { markdownText, summaryText } from "./markdown-text.ts";
import type { ReportDocument } from "./report-document.ts";

/** How a page is laid out. */
export interface Layout {
  linkTo(path: string, line?: number): string;
  /** Whether long lists are folded. */
  readonly fold: boolean;
}

/** Some items below a heading of their own. */
export interface Group {
  /** As it stands, not yet Markdown. */
  readonly title: string;
  /** What is said of it beside the title: counts. */
  readonly count: string;
  /** Whether the count stands in the heading too, where nothing is folded. */
  readonly counted: boolean;
  readonly items: readonly string[];
}

/** A section of more items than this is folded, group by group, where that can be. */
const many = 20;

/** A section with the items of each document below its path; nothing when there are none. */
export function byDocument(
  title: string,
  documents: readonly ReportDocument[],
  layout: Layout,
  items: (document: ReportDocument) => readonly string[],
): readonly string[] {
  const groups = documents.map((document): Group => {
    const list = items(document);
    return { title: document.path, count: String(list.length), counted: false, items: list };
  });
  return section(title, groups, layout);
}

/** A section of groups; those without items are left out, and so is a section without groups. */
export function section(title: string, groups: readonly Group[], { fold }: Layout): readonly string[] {
  const shown = groups.filter(({ items }) => items.length > 0);
  if (shown.length === 0) return [];
  const folded = fold && shown.length > 1 && shown.flatMap(({ items }) => items).length > many;
  return [`## ${title}`, "", ...shown.flatMap(folded ? foldedGroup : openGroup)];
}

function openGroup({ title, count, counted, items }: Group): readonly string[] {
  return [`### ${markdownText(title)}${counted ? `: ${count}` : ""}`, "", ...items, ""];
}

/** What is folded is HTML up to the blank line. */
function foldedGroup({ title, count, items }: Group): readonly string[] {
  const summary = `<summary><b>${summaryText(title)}</b>: ${count}</summary>`;
  return ["<details>", summary, "", ...items, "", "</details>", ""];
}

/** `Line 7`, as a link where the reader can follow it. */
export function at({ path, linked }: ReportDocument, line: number, { linkTo }: Layout): string {
  return linked === true ? `[Line ${line}](${linkTo(path, line)})` : `Line ${line}`;
}
