import type { JsonObject } from "../text/json.ts";
import { closingNote } from "../text/values/text-end.ts";
import { expression } from "../words/lists.ts";
import type { Body, Entry } from "./body.ts";
import { type Field, list, number, readFields, text, writeFields } from "./field.ts";
import { gateItems, isGate, readGate, rollbackField } from "./gate-forms.ts";
import { escapeText, nothing, unescapeText } from "./inline-text.ts";
import { isList, members, textOf } from "./json.ts";
import type { Leftovers } from "./leftovers.ts";

const share = /^\d+(?:\.\d+)?\s*%$/;
const numbered = expression((either) => `^${either("phaseWord")}\\s+[\\w.]+\\s*[:–—-]\\s*(.*)$`, "is");
const unit = expression((either) => `\\s${either("trafficUnit")}$`);

const fields: readonly Field[] = [
  number("traffic", ["Traffic"]),
  number("duration", ["Duration"]),
  text("status", ["Status"]),
  list("monitor", ["Monitoring", "Monitor"]),
  list("abortWhen", ["Auto-abort threshold", "Auto-abort", "Abort when"]),
  list("rollbackWhen", ["Manual rollback trigger", "Rollback trigger"]),
  list("success", ["Success criteria", "Success"]),
  rollbackField,
  {
    labels: ["Gates"],
    write: ({ gates }) => (isList(gates) && gates.length === 0 ? { text: nothing } : undefined),
    read: ({ text: source }) => (source === nothing ? { gates: [] } : undefined),
  },
];

/** The heading of a phase, without its marks, and the lines below it. `number` counts from 1. */
export function writePhase(
  phase: JsonObject,
  number: number,
): { readonly title: string; readonly lines: readonly string[] } {
  const traffic = textOf(phase.traffic) ?? "";
  const inTitle = typeof phase.traffic === "string" && share.test(traffic);
  const name = (phase.name === undefined ? nothing : escapeText(textOf(phase.name) ?? ""))
    .replace(/\(([^()]*)\)$/, "\\($1\\)")
    // A share in a name is none of the traffic's.
    .replace(/(\d\s*)%/g, "$1&#37;")
    .replace(/#$/, "\\#");
  const { traffic: _, ...rest } = phase;
  const gates = isList(phase.gates) && phase.gates.length > 0 ? ["", ...gateItems.write(phase.gates)] : [];
  return {
    title: `Phase ${number}: ${name}${inTitle ? ` (${traffic} of traffic)` : ""}`,
    lines: [...writeFields(fields, inTitle ? rest : phase), ...gates],
  };
}

/** The phase that a heading (Markdown) and its body are; `said`: the traffic that the document reads in the heading. */
export function readPhase(title: string, said: string | undefined, { entries }: Body, left: Leftovers): JsonObject {
  const note = closingNote(title);
  const traffic = note?.text.replace(unit(), "").trim();
  const isShare = traffic !== undefined && share.test(traffic);
  const head = isShare ? title.slice(0, note?.start) : title;
  const name = (numbered().exec(head)?.[1] ?? head).trim();
  const tasks = entries.filter(isGate);
  const gates = tasks.map((entry) => readGate(entry, left));
  return members({
    name: name === nothing ? undefined : unescapeText(name),
    traffic: isShare ? traffic : said,
    ...readFields(
      fields,
      entries.filter((entry) => !isGate(entry)),
      left,
    ),
    ...(gates.length > 0 && { gates }),
  });
}

/** A gate of a list of its own, and the number of the phase that it names: `Gate 2: …`. */
export function readListedGate(
  entry: Entry,
  left: Leftovers,
): { readonly phase: number | undefined; readonly gate: JsonObject } {
  const phase = Number(/^(?:gate|phase)\s+(\d+)$/i.exec(entry.label ?? "")?.[1] ?? Number.NaN);
  const known = Number.isInteger(phase);
  left.use([entry]);
  const gate = readGate({ ...entry, words: known ? entry.text : entry.words, box: entry.box ?? false }, left);
  return { phase: known ? phase : undefined, gate };
}
