import type { PartField } from "../../../text/markdown/pieces/part-field.ts";
import type { AnyPiece, FencePiece, ItemPiece, TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import { plain, plainTextAt, textAt } from "../../../text/markdown/prose.ts";
import type { Part, Text } from "../../../text/place.ts";
import { runStart } from "../../../text/values/text-end.ts";
import { columnOf, expression, slugHas, slugIs, textStarts } from "../../../words/lists.ts";
import { isBlank } from "../../../words/placeholder.ts";
import { isWayBack, saysNothing } from "../../../words/rollback-words.ts";
import { appendTo } from "../../append-to.ts";
import type { Migration } from "../../model.ts";
import type { RollbackPlan, RollbackStep } from "../../rollback.ts";
import { stepOf } from "../rollback/rollback-step.ts";
import type { Node } from "./outline-node.ts";

const fileLine =
  /^\s*(?:[-*+]\s+)?`?([\w./-]+\.(?:sql|py|rb|js|ts|php|xml|ya?ml|json|go|kt|java)|\d{3,}[_-]\w[\w-]*)`?\s*(?:#.*)?$/;

const movesData = slugHas("dataMigration");
const listsThem = slugHas("migrationList");
const strategyEnd = expression((either) => `\\s[–—-]\\s+(${either("strategies")})`);
const idColumn = columnOf("columnMigration");
const wayBackColumn = columnOf("columnWayBack");
const strategyColumn = columnOf("columnStrategy");
const isStated = slugIs("migrationsLabel");
const saysYes = textStarts("statesMigrations");

/** The migrations of a document: task items, rows and file names in its migration sections. */
export function composeMigrations(nodes: readonly Node[], plan: RollbackPlan): readonly Migration[] {
  const own = nodes.filter(({ role, topic }) => role === "migrations" && topic === "none");
  if (own.length === 0) return [];
  const covered = plan.undoesMigrations;
  return own.flatMap((node) => {
    const words = `${node.section?.key ?? ""} ${node.passage.heading?.slugs[0] ?? ""}`;
    const target = movesData(words) ? "data" : "database";
    const ways = nestedSteps(node.passage.pieces);
    return node.passage.pieces.flatMap((piece) => {
      const migrations = migrationsOf(node.passage.part, piece, target, covered);
      const steps = ways.get(piece);
      return steps === undefined ? migrations : migrations.map((each) => ({ ...each, rollback: steps }));
    });
  });
}

function migrationsOf(
  part: Part,
  piece: AnyPiece,
  target: Migration["target"],
  covered: boolean,
): readonly Migration[] {
  if (piece.under !== undefined && !listsThem(piece.under.key)) return [];
  if (piece.type === "item") return itemMigration(part, piece, target, covered);
  if (piece.type === "table") return tableMigrations(piece, target, covered);
  return piece.type === "fence" ? fenceMigrations(part, piece, target, covered) : [];
}

/** `- **Rollback**: …` below a migration: the steps of each item. */
function nestedSteps(pieces: readonly AnyPiece[]): ReadonlyMap<AnyPiece, readonly RollbackStep[]> {
  const steps = new Map<AnyPiece, RollbackStep[]>();
  for (const piece of pieces) {
    if (piece.type !== "item" || piece.parent === undefined || piece.field === undefined) continue;
    const { key, value } = piece.field;
    if (!isWayBack(key) || saysNothing(value.value)) continue;
    appendTo(steps, piece.parent, stepOf(value));
  }
  return steps;
}

const migration = (id: Text, target: Migration["target"], coveredByPlan: boolean): Migration => ({
  id,
  target,
  rollback: [],
  coveredByPlan,
  at: id.at,
});

function itemMigration(
  part: Part,
  { text, box, parent }: ItemPiece,
  target: Migration["target"],
  covered: boolean,
): readonly Migration[] {
  const source = part.text.slice(text.at.start, text.at.end);
  if (parent !== undefined || (box === undefined && !fileLine.test(source))) return [];
  const id = nameOf(part, text);
  const last = runStart(source, /[^.;]/);
  const strategy = strategyEnd().exec(source.slice(last));
  if (strategy === null) return [migration(id, target, covered)];
  const start = text.at.start + last + strategy.index + strategy[0].length - (strategy[1] ?? "").length;
  return [{ ...migration(id, target, covered), strategy: textAt(part, { start, end: text.at.end }) }];
}

/** The name in code marks, else the bold label, else the words before a dash. */
function nameOf(part: Part, { at }: Text): Text {
  const source = part.text.slice(at.start, at.end);
  const code = /`([^`\r\n]+)`/.exec(source);
  if (code !== null) {
    const start = at.start + code.index + 1;
    return textAt(part, { start, end: start + (code[1] ?? "").length });
  }
  const label = /^(\*\*|__)(.+?)\1/.exec(source);
  if (label !== null)
    return plainTextAt(part, { start: at.start, end: at.start + label[0].replace(/:(\*\*|__)$/, "$1").length });
  const words = /^.+?(?=\s[–—-]\s|:\s|$)/s.exec(source)?.[0] ?? source;
  return plainTextAt(part, { start: at.start, end: at.start + words.length });
}

function tableMigrations(table: TablePiece, target: Migration["target"], covered: boolean): readonly Migration[] {
  const id = idColumn(table.columns);
  if (id < 0) return [];
  const rollback = wayBackColumn(table.columns);
  const strategy = strategyColumn(table.columns);
  return table.rows.flatMap((row) => {
    const name = row[id];
    if (name === undefined || saysNothing(name.value)) return [];
    const undo = rollback < 0 ? undefined : row[rollback];
    const how = strategy < 0 ? undefined : row[strategy];
    const steps: readonly RollbackStep[] = undo === undefined || saysNothing(undo.value) ? [] : [stepOf(undo)];
    const said = how === undefined || how.value === "" ? {} : { strategy: how };
    return [{ ...migration(name, target, covered && rollback < 0), rollback: steps, ...said }];
  });
}

function fenceMigrations(
  part: Part,
  fence: FencePiece,
  target: Migration["target"],
  covered: boolean,
): readonly Migration[] {
  if (!["", "text", "txt", "plain", "plaintext"].includes(fence.language)) return [];
  return fence.lines.flatMap((line) => {
    const name = fileLine.exec(part.text.slice(line.start, line.end))?.[1];
    if (name === undefined) return [];
    const start = line.start + part.text.slice(line.start, line.end).indexOf(name);
    return [migration(textAt(part, { start, end: start + name.length }), target, covered)];
  });
}

/** A field that says that there are database migrations: `Database Migrations: Yes`. */
export function migrationsStated(fields: readonly PartField[]): Text | undefined {
  return fields.find((field) => {
    if (!isStated(field.key)) return false;
    const value = plain(field.value.value);
    return (saysYes(value) || /^\d{3,}[_-]/.test(value)) && !isBlank(field.value.value);
  })?.value;
}
