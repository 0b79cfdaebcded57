import { isBoxColumn } from "../../document/markdown/write/section-skeleton.ts";
import { cellsOf, isDelimiterRow } from "../../text/markdown/split-row.ts";
import { SnippetWriter } from "./snippet.ts";

/** A pipe table around a line, as it is written. */
export interface TableAround {
  readonly headers: readonly string[];
  /** Rows below the separator, the line itself left out. */
  readonly rows: readonly (readonly string[])[];
}

/** Lines of a table that are looked at in each direction. */
const mostLines = 500;

/** The table that a line of rows belongs to; `undefined` for its header and where no table is. */
export function tableAround(row: number, lineAt: (row: number) => string): TableAround | undefined {
  let first = row;
  while (
    first > 0 &&
    row - first < mostLines &&
    lineAt(first - 1)
      .trimStart()
      .startsWith("|")
  )
    first--;
  if (row - first < 2 || !isDelimiterRow(lineAt(first + 1))) return undefined;
  const rows: (readonly string[])[] = [];
  for (let at = first + 2; at < first + mostLines; at++) {
    if (at === row) continue;
    const line = lineAt(at);
    if (!line.trimStart().startsWith("|")) break;
    rows.push(cellsOf(line));
  }
  return { headers: cellsOf(lineAt(first)), rows };
}

/** A new row as a snippet: boxes where the others have boxes, a choice where a column knows few words, else blanks. */
export function rowSnippet({ headers, rows }: TableAround): string {
  const writer = new SnippetWriter();
  const cells = headers.map((header, column) => {
    const values = rows.map((row) => row[column] ?? "");
    if (values.some(isBox) || (values.length === 0 && isBoxColumn(header))) return "[ ]";
    const words = fewWords(values);
    return words.length > 1 ? writer.choice(words) : writer.blank(`[${header}]`);
  });
  return `| ${cells.join(" | ")} |`;
}

/** The words of a column that says one of a few things; empty where it does not. */
export function fewWords(values: readonly string[]): readonly string[] {
  const words = [...new Set(values.filter((value) => value !== ""))];
  const repeated = words.length < values.length && values.length > 2;
  return repeated && words.length <= 6 && words.every((word) => word.length <= 24 && !isBox(word)) ? words : [];
}

export const isBox = (cell: string): boolean => /\[[ xX]\]|[☐☑✅❌]/u.test(cell);
