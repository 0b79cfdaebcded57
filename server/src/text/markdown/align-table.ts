import { cellsOf } from "./split-row.ts";

/** Wider cells do not widen their column. */
const widestCell = 100;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/**
 * The lines of a table (header, separator, rows) with their cells padded to the width of their column. Lines that do not
 * begin with a pipe, behind one and the same lead, are left as they are.
 */
export function alignTable(lines: readonly string[]): readonly string[] {
  const lead = /^[\s>]*/.exec(lines[0] ?? "")?.[0] ?? "";
  if (!lines.every((line) => line.startsWith(`${lead}|`))) return lines;
  const rows = lines.map((line) => cellsOf(line.slice(lead.length)));
  const [header = [], separator = []] = rows;
  if (header.length !== separator.length) return lines;
  const widths = header.map((_, column) =>
    rows.reduce(
      (most, row, index) => (index === 1 ? most : Math.max(most, Math.min(width(row[column] ?? ""), widestCell))),
      3,
    ),
  );
  return rows.map((row, index) => {
    const written = row.map((cell, column) =>
      index === 1 ? rule(cell, widths[column] ?? 3) : pad(cell, widths[column] ?? 0, separator[column] ?? ""),
    );
    return `${lead}| ${written.join(" | ")} |`;
  });
}

/** The rule below a header, with its colons. */
function rule(cell: string, columns: number): string {
  const left = cell.startsWith(":") ? ":" : "";
  const right = cell.endsWith(":") ? ":" : "";
  return left + "-".repeat(Math.max(1, columns - left.length - right.length)) + right;
}

function pad(cell: string, columns: number, separator: string): string {
  const missing = Math.max(0, columns - width(cell));
  const right = separator.endsWith(":");
  const before = right ? (separator.startsWith(":") ? Math.floor(missing / 2) : missing) : 0;
  return " ".repeat(before) + cell + " ".repeat(missing - before);
}

/** Columns that a text takes in a fixed-width font. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\u200d|\ufe0f/u.test(character)) continue;
    columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}
