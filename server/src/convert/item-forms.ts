import type { JsonObject, JsonValue } from "../text/json.ts";
import { closingNote } from "../text/values/text-end.ts";
import { expression } from "../words/lists.ts";
import type { Entry } from "./body.ts";
import { number, readFields, text, writeFields } from "./field.ts";
import { each, type Form } from "./form.ts";
import { escapeItem, escapeLabel, escapeText, linkIn, nothing, unescapeText } from "./inline-text.ts";
import { isObject, members, textOf } from "./json.ts";
import type { Leftovers } from "./leftovers.ts";

/** Plain list items, one text each. */
export const plainItems: Form = each(
  (item) => {
    const value = textOf(item);
    return value === undefined ? [] : [`- ${escapeItem(value)}`];
  },
  ({ entries }, left) =>
    entries.flatMap((entry) => {
      if (entry.ordered || entry.box !== undefined || entry.comments.includes("phase")) return [];
      left.use([entry]);
      return [sentenceOf(entry)];
    }),
);

const saysNothing = ({ label, text: source }: Entry): boolean => label === undefined && source === nothing;

/** `**Error rate**: > 1%` → `Error rate > 1%`; `**Flags**: off` → `Flags: off`. */
function sentenceOf({ label, text: source }: Entry): string {
  if (label === undefined) return unescapeText(source);
  const value = unescapeText(source);
  const name = unescapeText(label);
  if (value === "") return name;
  return /^(?:[<>≤≥]=?)/.test(value) ? `${name} ${value}` : `${name}: ${value}`;
}

/** A list of texts, or of records with a main member and a name for it: `**Name**: main`. */
export function namedItems(name: string, main: string, note?: NotedMember): Form {
  return each(
    (item) => {
      if (!isObject(item)) {
        const value = textOf(item);
        return value === undefined ? [] : [`- ${escapeItem(value)}`];
      }
      const label = named(item[name], escapeLabel);
      const value = textOf(item[main]);
      const said = value === undefined ? "" : `: ${closed(value)}`;
      return [`- **${label}**${said}${note === undefined ? "" : noteText(item, note, said === "")}`];
    },
    ({ entries }, left) => entries.flatMap((entry) => readNamed(entry, { name, main, ...(note && { note }) }, left)),
  );
}

/** A member that stands in parentheses at the end: `(notify: @marek)`. */
interface NotedMember {
  readonly key: string;
  readonly word?: string;
}

const closed = (value: string): string => escapeText(value).replace(/\(([^()]*)\)$/, "\\($1\\)");

function noteText(item: JsonObject, { key, word }: NotedMember, first: boolean): string {
  const value = textOf(item[key]);
  if (value === undefined) return "";
  const inside = escapeText(value).replace(/[()]/g, "\\$&");
  return `${first ? ":" : ""} (${word === undefined ? "" : `${word}: `}${inside})`;
}

function named(value: JsonValue | undefined, written: (text: string) => string): string {
  const text = textOf(value);
  return text === undefined ? nothing : written(text);
}

interface Naming {
  readonly name: string;
  readonly main: string;
  readonly note?: NotedMember;
}

const parentheses = /(?:^|\s)\(((?:\\.|[^()\\])*)\)$/;

function readNamed(entry: Entry, { name, main, note }: Naming, left: Leftovers): readonly JsonValue[] {
  if (entry.box !== undefined) return [];
  left.use([entry]);
  if (entry.label === undefined) return [readAddress(entry, left, true)];
  const found = note === undefined ? null : parentheses.exec(entry.text);
  const inside = found?.[1] ?? "";
  const word = note?.word === undefined ? "" : `${note.word}: `;
  const noted = found !== null && note !== undefined && inside.startsWith(word);
  const source = noted ? entry.text.slice(0, found.index).trim() : entry.text;
  return [
    members({
      [name]: entry.label === nothing ? undefined : unescapeText(entry.label),
      [main]: source === "" ? undefined : readAddress({ ...entry, text: source }, left, false),
      ...(noted && { [note.key]: unescapeText(inside.slice(word.length)) }),
    }),
  ];
}

function readAddress({ line, text: source }: Entry, left: Leftovers, alone: boolean): JsonValue {
  const target = linkIn(source);
  if (target === undefined) return unescapeText(source);
  if (target.label !== target.target) {
    if (alone) return { name: target.label, url: target.target };
    left.drop(line, "link text", target.label);
  }
  return target.target;
}

/** Risks, each with its mitigation below it. */
export const riskItems: Form = each(
  (item) => {
    if (!isObject(item)) return [];
    const mitigation = textOf(item.mitigation);
    const head = `- ${named(item.risk, escapeItem)}`;
    return mitigation === undefined ? [head] : [head, `  - *Mitigation*: ${escapeText(mitigation)}`];
  },
  ({ entries }, left) =>
    entries.map((entry) => {
      left.use([entry]);
      const found = readFields([text("mitigation", ["Mitigation"])], entry.children, left);
      return members({ risk: saysNothing(entry) ? undefined : sentenceOf(entry), mitigation: found.mitigation });
    }),
);

const stepFields = [
  text("command", ["Command"]),
  text("owner", ["Owner"]),
  number("duration", ["Duration", "Time"]),
  text("verify", ["Verify", "Verification"]),
];

/** Numbered steps of a rollback, each with its command, owner, time and check below it. */
export const stepItems: Form = {
  write(value) {
    if (!Array.isArray(value)) return [];
    return value.filter(isObject).flatMap((step, index) => {
      const head = `${index + 1}. ${named(step.step, escapeItem)}`;
      return [head, ...writeFields(stepFields, step).map((line) => `   ${line}`)];
    });
  },
  read({ entries }, left) {
    const steps = entries.filter(({ ordered }) => ordered).map((entry) => readStep(entry, left));
    return steps.length === 0 ? undefined : steps;
  },
};

const time = expression((_, behind) => `^\\d[^()]*${behind("unitMinutes", "unitHours")}$`);

function readStep(entry: Entry, left: Leftovers): JsonObject {
  left.use([entry]);
  const details = readFields(stepFields, entry.children, left);
  const note = details.duration === undefined ? closingNote(entry.text) : undefined;
  const timed = note !== undefined && time().test(note.text);
  const source = timed ? entry.text.slice(0, note.start) : entry.text;
  return members({
    step: saysNothing(entry) ? undefined : sentenceOf({ ...entry, text: source }),
    ...(timed && { duration: note.text }),
    ...details,
  });
}
