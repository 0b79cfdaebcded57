import type { JsonObject, JsonValue } from "../text/json.ts";
import type { Entry } from "./body.ts";
import { type Field, number, readFields, text, writeFields } from "./field.ts";
import { each, type Form } from "./form.ts";
import { answerOf, writeGate } from "./gate-text.ts";
import { codeText, escapeStart, escapeText, unescapeText } from "./inline-text.ts";
import { isObject, members, textOf } from "./json.ts";
import type { Leftovers } from "./leftovers.ts";
import { readRollback, writeRollback } from "./rollback-text.ts";

/** Task items, a gate each. */
export const gateItems: Form = each(
  (gate) => (isObject(gate) ? writeGate(gate, escapeStart(textOf(gate.gate) ?? "")) : []),
  ({ entries }, left) => entries.filter(isGate).map((entry) => readGate(entry, left)),
);

/** Whether an item is a gate to the engine: by its box, or by its mark. */
export const isGate = ({ box, mark }: Entry): boolean => box !== undefined || mark !== undefined;

/** An item as a gate. */
export function readGate(entry: Entry, left: Leftovers): JsonObject {
  left.use([entry]);
  const { text: source, answer } = answerOf(entry, entry.words, left);
  return { gate: unescapeText(source), ...answer };
}

/** A field of one property that says how something is undone. */
export const rollbackField: Field = {
  labels: ["Rollback", "Rollback step", "Undo"],
  write({ rollback }) {
    const written = rollback === undefined ? undefined : writeRollback(rollback);
    return written === undefined ? undefined : { text: written };
  },
  read({ text: source }) {
    const rollback = readRollback(source);
    return rollback === undefined ? undefined : { rollback };
  },
};

const migrationFields: readonly Field[] = [text("script", ["Script"]), rollbackField, number("duration", ["Duration"])];
const strategies = ["expand-contract", "expand", "contract"] as const;
const strategyEnd = /\s[–—-]\s+(expand[-/ ]contract|expand|contract)(\s+only)?$/i;

/** Task items, a migration each: `` `0016_orders`: Title - expand ``. */
export const migrationItems: Form = each(
  (migration) => {
    if (!isObject(migration)) return [];
    const title = textOf(migration.title);
    const strategy = textOf(migration.strategy);
    const words = textOf(migration.id) ?? "";
    const id = /[()~@❌]|https?:/u.test(words) ? escapeText(words) : codeText(words);
    const named = id.startsWith("`") ? id : `**${id}**`;
    const source = `${named}${title === undefined ? "" : `: ${undashed(title)}`}${strategy === undefined ? "" : ` - ${strategy}`}`;
    const [head = "", ...below] = writeGate(migration, source);
    return [head, ...writeFields(migrationFields, migration).map((line) => `  ${line}`), ...below];
  },
  ({ entries }, left) => entries.filter(({ box }) => box !== undefined).map((entry) => readMigration(entry, left)),
);

/** A title whose end is not taken for a strategy. */
const undashed = (title: string): string =>
  strategyEnd.test(title) ? escapeText(title).replace(/-(?=[^-]*$)/, "\\-") : escapeText(title);

function readMigration(entry: Entry, left: Leftovers): JsonObject {
  left.use([entry]);
  const { text: source, answer } = answerOf(entry, entry.text, left);
  const details = readFields(migrationFields, entry.children, left);
  const end = strategyEnd.exec(source);
  const strategy = strategies.find((known) => known === end?.[1]?.toLowerCase().replace(/[/ ]/, "-"));
  const body = strategy === undefined ? source : source.slice(0, end?.index).trimEnd();
  return members({ ...named(entry, body, left), strategy, ...details, ...answer });
}

/** The id is in code marks, else the label, else the words before a colon. */
function named({ line, label }: Entry, body: string, left: Leftovers): JsonObject {
  const code = /^`([^`]+)`\s*(?:(?::|[–—-]\s)\s*(.*))?$/s.exec(body);
  if (code !== null) {
    if (label !== undefined) left.drop(line, "number", unescapeText(label));
    return withTitle(code[1] ?? "", code[2]);
  }
  if (label !== undefined) return withTitle(unescapeText(label), body);
  const colon = /^((?:\\.|[^:\\])+):\s+(.*)$/s.exec(body);
  return colon === null ? withTitle(unescapeText(body), undefined) : withTitle(unescapeText(colon[1] ?? ""), colon[2]);
}

function withTitle(id: string, title: string | undefined): JsonObject {
  const words: JsonValue | undefined = title === undefined || title === "" ? undefined : unescapeText(title);
  return members({ id, title: words });
}
