import { largest } from "../text/extremes.ts";
import type { JsonObject, JsonValue } from "../text/json.ts";
import { slug } from "../text/values/slug.ts";
import type { BodyTable } from "./body.ts";
import { each, type Form } from "./form.ts";
import { escapeText, linkIn, unescapeText } from "./inline-text.ts";
import { isObject, members, textOf } from "./json.ts";
import type { Leftovers } from "./leftovers.ts";
import { readRollback, writeRollback } from "./rollback-text.ts";

/** A column of a table whose rows are records. */
interface Column {
  readonly title: string;
  /** Which headers (slugs) it is read from. */
  readonly headers: RegExp;
  /** Left out when no row has it. */
  readonly optional?: boolean;
  write(row: JsonObject): string | undefined;
  read(cell: string): JsonObject | undefined;
}

function textColumn(key: string, title: string, headers: RegExp, more: Partial<Column> = {}): Column {
  return {
    title,
    headers,
    write(row) {
      const value = textOf(row[key]);
      return value === undefined ? undefined : escapeText(value);
    },
    read: (cell) => ({ [key]: unescapeText(cell) }),
    ...more,
  };
}

/** A table with a row for each record. */
function table(columns: readonly Column[]): Form {
  const form = each(
    () => [],
    ({ tables }, left) => tables.flatMap((found) => readTable(columns, found, left)),
  );
  return {
    read: form.read,
    write(value) {
      if (!Array.isArray(value)) return [];
      if (value.length === 0) return form.write(value);
      const rows = value.filter(isObject);
      const shown = columns.filter(({ optional, write }) => !optional || rows.some((row) => write(row) !== undefined));
      const cells = rows.map((row) => shown.map(({ write }) => write(row)?.replaceAll("|", "\\|") ?? ""));
      return aligned([shown.map(({ title }) => title), ...cells]);
    },
  };
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => largest([3, ...rows.map((row) => (row[column] ?? "").length)]));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(Math.min(60, widths[column] ?? 0))).join(" | ")} |`;
  const [header = [], ...body] = rows;
  return [line(header), line(widths.map((width) => "-".repeat(Math.min(60, width)))), ...body.map(line)];
}

function readTable(columns: readonly Column[], found: BodyTable, left: Leftovers): readonly JsonObject[] {
  const matched = found.header.map((header) => columns.find(({ headers }) => headers.test(slug(unescapeText(header)))));
  if (!matched.includes(columns[0])) return [];
  left.use([found]);
  return found.rows.flatMap(({ line, cells }) => {
    const record: Record<string, JsonValue> = {};
    cells.forEach((cell, index) => {
      const column = matched[index];
      if (cell === "") return;
      if (column === undefined) left.drop(line, `cell of ${found.header[index] ?? "no column"}`, unescapeText(cell));
      else Object.assign(record, column.read(cell));
    });
    return Object.keys(record).length === 0 ? [] : [record];
  });
}

const risks = ["low", "medium", "high", "critical"];

/** The changes of a release. */
export const scopeTable: Form = table([
  {
    title: "PR/Topic ID",
    headers: /(?:^|-)(?:id|pr|topic|ticket|issue|key|number|story|change|item)(?:-|$)/,
    write({ id, url }) {
      const name = escapeText(textOf(id) ?? "");
      const label = name.replace(/(?<!\\)[[\]]/g, "\\$&");
      return typeof url === "string" ? `[${label}](${/[()\s]/.test(url) ? `<${url}>` : url})` : name;
    },
    read(cell) {
      const target = linkIn(cell);
      return target === undefined
        ? { id: unescapeText(cell) }
        : members({ id: target.label || undefined, url: target.target });
    },
  },
  textColumn("title", "Title", /title|summary|description|name|feature|subject/),
  textColumn("owner", "Owner", /owner|responsible|assignee|author|team/),
  textColumn("risk", "Risk", /risk|severity|impact/, {
    read(cell) {
      const value = unescapeText(cell);
      const known = risks.find((risk) => risk === value.toLowerCase());
      return { risk: known ?? value };
    },
    write: ({ risk }) =>
      typeof risk === "string"
        ? risks.includes(risk)
          ? risk.charAt(0).toUpperCase() + risk.slice(1)
          : escapeText(risk)
        : undefined,
  }),
  {
    title: "Rollback Step/Flag",
    headers: /roll-?back|back-?out|revert/,
    write: ({ rollback }) => (rollback === undefined ? undefined : writeRollback(rollback)),
    read(cell) {
      const rollback = readRollback(cell);
      return rollback === undefined ? undefined : { rollback };
    },
  },
]);

const decisions: Readonly<Record<string, string>> = { approved: "Approved", rejected: "Rejected" };

/** Who must agree. */
export const approvalTable: Form = table([
  textColumn("role", "Role", /role|approver|function/),
  {
    title: "Required",
    headers: /required|mandatory/,
    optional: true,
    write: ({ required }) => (required === true ? "Yes" : required === false ? "No" : undefined),
    read(cell) {
      const word = unescapeText(cell).toLowerCase();
      if (/^(?:yes|true|y|✅)$/.test(word)) return { required: true };
      return /^(?:no|false|n|optional|❌)$/.test(word) ? { required: false } : undefined;
    },
  },
  textColumn("by", "Name", /name|by|who|signature/),
  textColumn("decision", "Decision", /decision|status|verdict|approved/, {
    write({ decision }) {
      const value = textOf(decision);
      return value === undefined ? undefined : (decisions[value] ?? escapeText(value));
    },
    read(cell) {
      const value = unescapeText(cell);
      if (/^(?:\[ \]\s*)+/.test(value)) return undefined;
      return {
        decision: /^(?:approved?|yes|go|✅)$/i.test(value)
          ? "approved"
          : /^(?:rejected|no|no-go|❌)$/i.test(value)
            ? "rejected"
            : value,
      };
    },
  }),
  textColumn("at", "Date", /date|when|at/),
  textColumn("comment", "Comment", /comment|note|remark/, { optional: true }),
]);
