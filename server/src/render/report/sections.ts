import { linkTarget, markdownText } from "./markdown-text.ts";
import type { ReportDocument } from "./report-document.ts";

/** A section with the items of each document below its path; nothing when there are none. */
export function byDocument(
  title: string,
  documents: readonly ReportDocument[],
  items: (document: ReportDocument) => readonly string[],
): readonly string[] {
  const parts = documents.flatMap((document) => {
    const list = items(document);
    return list.length > 0 ? [`### ${markdownText(document.path)}`, "", ...list, ""] : [];
  });
  return parts.length > 0 ? [`## ${title}`, "", ...parts] : [];
}

/** `Line 7`, as a link where the reader can follow it. */
export function at({ path, linked }: ReportDocument, line: number): string {
  return linked === true ? `[Line ${line}](${linkTarget(path, line)})` : `Line ${line}`;
}
