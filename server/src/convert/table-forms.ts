import { largest } from "../text/extremes.ts";
import type { JsonObject, JsonValue } from "../text/json.ts";
import { slug } from "../text/values/slug.ts";
import { slugHas, textIs } from "../words/lists.ts";
import type { SlugList } from "../words/words.ts";
import type { BodyTable } from "./body.ts";
import { each, type Form } from "./form.ts";
import { escapeText, linkIn, unescapeText } from "./inline-text.ts";
import { isObject, members, textOf } from "./json.ts";
import type { Leftovers } from "./leftovers.ts";
import { readRollback, writeRollback } from "./rollback-text.ts";

/** A column of a table whose rows are records. */
interface Column {
  readonly title: string;
  /** Whether it is read from a header (slug). */
  readonly isHeader: (header: string) => boolean;
  /** Left out when no row has it. */
  readonly optional?: boolean;
  write(row: JsonObject): string | undefined;
  read(cell: string): JsonObject | undefined;
}

function textColumn(key: string, title: string, list: SlugList, more: Partial<Column> = {}): Column {
  return {
    title,
    isHeader: slugHas(list),
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
  const matched = found.header.map((header) => columns.find(({ isHeader }) => isHeader(slug(unescapeText(header)))));
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
    isHeader: slugHas("columnId"),
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
  textColumn("title", "Title", "columnTitle"),
  textColumn("owner", "Owner", "columnOwner"),
  textColumn("risk", "Risk", "columnRisk", {
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
    isHeader: slugHas("columnRollback"),
    write: ({ rollback }) => (rollback === undefined ? undefined : writeRollback(rollback)),
    read(cell) {
      const rollback = readRollback(cell);
      return rollback === undefined ? undefined : { rollback };
    },
  },
]);

const isYes = textIs("yes", "mandatory");
const isNo = textIs("no", "optional");
const approves = textIs("approves", "goes");
const rejects = textIs("rejects", "stops");
const decisions: Readonly<Record<string, string>> = { approved: "Approved", rejected: "Rejected" };

/** Who must agree. */
export const approvalTable: Form = table([
  textColumn("role", "Role", "columnApprover"),
  {
    title: "Required",
    isHeader: slugHas("columnRequired"),
    optional: true,
    write: ({ required }) => (required === true ? "Yes" : required === false ? "No" : undefined),
    read(cell) {
      const word = unescapeText(cell);
      if (word === "✅" || isYes(word)) return { required: true };
      return word === "❌" || isNo(word) ? { required: false } : undefined;
    },
  },
  textColumn("by", "Name", "columnApprovedBy"),
  textColumn("decision", "Decision", "columnDecision", {
    write({ decision }) {
      const value = textOf(decision);
      return value === undefined ? undefined : (decisions[value] ?? escapeText(value));
    },
    read(cell) {
      const value = unescapeText(cell);
      if (/^(?:\[ \]\s*)+/.test(value)) return undefined;
      return {
        decision:
          value === "✅" || approves(value) ? "approved" : value === "❌" || rejects(value) ? "rejected" : value,
      };
    },
  }),
  textColumn("at", "Date", "columnApprovedAt"),
  textColumn("comment", "Comment", "columnComment", { optional: true }),
]);
