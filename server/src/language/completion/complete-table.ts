import { CompletionItemKind } from "vscode-languageserver-types";
import type { KindDefinition } from "../../document/kind.ts";
import { SectionSkeleton, sectionPointer } from "../../document/markdown/write/section-skeleton.ts";
import { cellsOf, pipesIn } from "../../text/markdown/split-row.ts";
import type { MarkdownSpot } from "./markdown-spot.ts";
import { SnippetWriter } from "./snippet.ts";
import { suggestFieldValues } from "./suggest-field-values.ts";
import type { Suggestion } from "./suggestion.ts";
import { fewWords, isBox, rowSnippet, tableAround } from "./table-row.ts";
import type { ValueSuggestion } from "./value-suggestion.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What can be written in a line of a table, and the columns of the line that it takes the place of. */
export interface TableCompletion {
  readonly suggestions: readonly Suggestion[];
  readonly start: number;
  readonly end: number;
}

/** Completes a line that begins with a pipe, or a blank one below a table: a row, a cell, the table of the section. */
export async function completeTable(
  spot: MarkdownSpot,
  kind: KindDefinition,
  vocabulary: Vocabulary,
): Promise<TableCompletion> {
  const { before, after, row, lineAt } = spot;
  const line = before + after;
  const indent = line.length - line.trimStart().length;
  const whole = { start: Math.min(indent, before.length), end: line.length };
  const table = tableAround(row, lineAt);
  if (table === undefined) return { ...whole, suggestions: sectionTable(spot, kind) };
  if (/^[\s|]*$/.test(line)) {
    const text = rowSnippet(table);
    const fresh: Suggestion = {
      label: "New row",
      detail: table.headers.join(" | "),
      kind: CompletionItemKind.Snippet,
      text,
      snippet: true,
      filter: "| New row",
    };
    if (["", "|"].includes(line.trim())) return { ...whole, suggestions: [fresh] };
  }
  const pipes = pipesIn(line, { start: 0, end: line.length });
  const column = pipes.filter((at) => at < before.length).length - 1;
  const start = before.length - before.slice((pipes[column] ?? -1) + 1).trimStart().length;
  const end = before.length + line.slice(before.length, pipes[column + 1]).trimEnd().length;
  const values = await cellValues(
    table.headers[column] ?? "",
    table.rows.map((cells) => cells[column] ?? ""),
    cellsOf(line),
    column,
    spot,
    kind,
    vocabulary,
  );
  return {
    start,
    end,
    suggestions: values.map(({ value, kind: sort, detail }) => ({
      label: value,
      text: value,
      kind: sort,
      ...(detail !== undefined && { detail }),
    })),
  };
}

async function cellValues(
  header: string,
  column: readonly string[],
  cells: readonly string[],
  index: number,
  spot: MarkdownSpot,
  kind: KindDefinition,
  vocabulary: Vocabulary,
): Promise<readonly ValueSuggestion[]> {
  if (column.some(isBox)) {
    return ["[ ]", "[x]", "N/A"].map((value) => ({ value, kind: CompletionItemKind.Value }));
  }
  const words = fewWords(column).map((value) => ({ value, kind: CompletionItemKind.EnumMember }));
  const twoColumns = cells.length <= 2 && index === 1;
  const label = twoColumns ? (cells[0] ?? header) : header;
  const pointer = spot.section === undefined ? undefined : [...sectionPointer(spot.section.path), "fields", label];
  return [...words, ...(await suggestFieldValues(label, kind, pointer, vocabulary))];
}

/** The table that the section of this place must have. */
export function sectionTable({ section }: MarkdownSpot, kind: KindDefinition): readonly Suggestion[] {
  if (section === undefined) return [];
  const pointer = [...sectionPointer(section.path), "tables"];
  const skeleton = new SectionSkeleton(kind.schema, new SnippetWriter());
  const lines = skeleton.table(pointer);
  if (lines.length === 0) return [];
  return [
    {
      label: "Table",
      detail: skeleton.columns(pointer).join(" | "),
      kind: CompletionItemKind.Snippet,
      text: lines.join("\n"),
      snippet: true,
      filter: "| Table",
    },
  ];
}
