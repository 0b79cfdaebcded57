import type { JsonObject, JsonValue } from "../text/json.ts";
import { markAtStart } from "../text/markdown/status-marks.ts";
import { type ClosingNote, closingNote, runStart } from "../text/values/text-end.ts";
import type { Entry } from "./body.ts";
import { type Field, readFields, text, writeFields } from "./field.ts";
import { escapeText, nothing, splitMark, unescapeText } from "./inline-text.ts";
import { isObject, members, textOf } from "./json.ts";
import { Leftovers } from "./leftovers.ts";

/** What a gate says beside its text: the lines below it. */
const details: readonly Field[] = [
  text("owner", ["Owner"]),
  text("critical", ["Critical"], (value) => /^(?:yes|true)$/i.test(value)),
  text("by", ["By"]),
  text("at", ["At"]),
  text("evidence", ["Evidence"]),
  text("failure", ["Failure"]),
  text("waivedOn", ["Waived on"]),
  text("agreedBy", ["Agreed by"]),
];

const address = /^https?:\/\/[^\s()<>]+$/;
/** The comment below a gate that says nothing of an answer. */
export const noAnswer = "unanswered";
const waived = /^waived(?: by ((?:\\.|[^:()\\])+))?(?::((?:\\.|[^()\\]|\([^()]*\))*))?$/i;
const exempt = /^(?:n\/a|not applicable)(?::((?:\\.|[^()\\]|\([^()]*\))*))?$/i;
const signed = /^(?:(?!waived)\w+ )?by ([^(),]+)(?:,\s*(\d{4}-\d{2}-\d{2}[^\s(),]*))?$/i;
const proof = /^<?(https?:\/\/[^\s()<>]+)>?$/;

/** The task item of a gate, and the lines below it. `text` is Markdown. */
export function writeGate(gate: JsonObject, source: string): readonly string[] {
  const plainly = gateLines(gate, source);
  const again = answerOf(entryOf(plainly), new Leftovers());
  return again.text === source ? plainly : gateLines(gate, guarded(source));
}

/** A gate's text in which nothing is taken for an answer. */
function guarded(source: string): string {
  const end = markAtStart(source)?.end ?? 0;
  const head = [...source.slice(0, end)].map((character) => `&#${character.codePointAt(0)};`).join("");
  return head + source.slice(end).replace(/(?<!\\)[()~]|(?<=:)\/\//g, "\\$&");
}

function entryOf(lines: readonly string[]): Entry {
  const head = lines[0] ?? "";
  return { line: 1, ordered: false, box: head.startsWith("- [x]"), text: head.slice(6), children: [], comments: [] };
}

function gateLines(gate: JsonObject, source: string): readonly string[] {
  const { suffix, below } = answerWords(gate);
  const failed = gate.failed === undefined || gate.failed === false ? "" : "❌ ";
  const head = `- [${gate.checked === true ? "x" : " "}] ${failed}${source}${suffix}`;
  const lines = writeFields(details, { ...picked(gate, ["owner", "critical"]), ...below }).map((line) => `  ${line}`);
  const silent = ["checked", "failed", "waived", "notApplicable"].every((key) => gate[key] === undefined);
  return [head, ...lines, ...(silent ? [`  <!-- ${noAnswer} -->`] : [])];
}

function answerWords(gate: JsonObject): { readonly suffix: string; readonly below: JsonObject } {
  const { waived: waiver, notApplicable: exemption, by, at, evidence, failed } = gate;
  const inline =
    typeof by === "string" && /^[^\s(),:*`_\\<&[\]~](?:[^(),:*`_\\<&[\]~\n]*[^\s(),:*`_\\<&[\]~])?$/.test(by);
  const dated = at === undefined || (typeof at === "string" && /^\d{4}-\d{2}-\d{2}[^\s(),]*$/.test(at));
  const signature = inline && dated ? ` (by ${by}${at === undefined ? "" : `, ${textOf(at)}`})` : "";
  const linked = typeof evidence === "string" && address.test(evidence);
  const below = members({
    ...(signature === "" ? { by, at } : {}),
    evidence: linked ? undefined : evidence,
    failure: typeof failed === "string" ? failed : undefined,
    waivedOn: isObject(waiver) ? waiver.at : undefined,
    agreedBy: isObject(exemption) ? (exemption.by ?? nothing) : undefined,
  });
  return {
    suffix: `${waiverWords(waiver)}${exemptionWords(exemption)}${signature}${linked ? ` ${evidence}` : ""}`,
    below,
  };
}

function waiverWords(waiver: JsonValue | undefined): string {
  if (waiver === undefined) return "";
  if (!isObject(waiver)) return ` (waived: ${enclosed(textOf(waiver) ?? "")})`;
  const by = (waiver.by === undefined ? nothing : enclosed(textOf(waiver.by) ?? "")).replaceAll(":", "\\:");
  const reason = textOf(waiver.reason);
  return ` (waived by ${by}${reason === undefined ? "" : `: ${enclosed(reason)}`})`;
}

function exemptionWords(exemption: JsonValue | undefined): string {
  if (exemption === undefined) return "";
  const reason = textOf(isObject(exemption) ? exemption.reason : exemption);
  return reason === undefined ? " (N/A)" : ` (N/A: ${enclosed(reason)})`;
}

/** A text as it may stand in parentheses. */
const enclosed = (value: string): string => escapeText(value).replace(/[()]/g, "\\$&");

function picked(gate: JsonObject, keys: readonly string[]): JsonObject {
  return members(Object.fromEntries(keys.map((key) => [key, gate[key]])));
}

/** What an entry says of a gate: its text (Markdown), and its answer as a manifest has it. */
export interface GateReading {
  readonly text: string;
  readonly answer: JsonObject;
}

/** Reads a task item as a gate; what it says besides is left over. */
export function answerOf(entry: Entry, left: Leftovers): GateReading {
  left.use([entry]);
  const more = readFields(details, entry.children, left);
  const found: Record<string, string | undefined> = {};
  let rest = entry.text;
  const cut = (note: ClosingNote | undefined, pattern: RegExp, ...names: readonly string[]): boolean => {
    const match = note && pattern.exec(note.text);
    if (!note || !match) return false;
    names.forEach((name, index) => {
      found[name] = match[index + 1];
    });
    rest = rest.slice(0, note.start);
    return true;
  };
  cut(lastWord(rest), proof, "evidence");
  cut(closingNote(rest), signed, "by", "at");
  const isExempt = cut(closingNote(rest), exempt, "exemption");
  const isWaived = cut(closingNote(rest), waived, "waivedBy", "waiver");
  const { mark, rest: unmarked } = splitMark(rest);
  const struck = /^~~(.+)~~$/s.exec(unmarked.trim());
  const failed = mark === "❌" ? (more.failure ?? true) : undefined;
  const answer = members({
    checked: entry.box === true ? true : undefined,
    failed,
    waived: isWaived ? waiverOf(found.waivedBy, found.waiver, more.waivedOn) : undefined,
    notApplicable:
      isExempt || (struck !== null && entry.box !== true) ? exemptionOf(found.exemption, more.agreedBy) : undefined,
    by: more.by ?? said(found.by),
    at: more.at ?? said(found.at),
    evidence: more.evidence ?? said(found.evidence),
    owner: more.owner,
    critical: more.critical,
  });
  const open = entry.box === false && !["failed", "waived", "notApplicable"].some((key) => key in answer);
  const silent = entry.comments.includes(noAnswer);
  return {
    text: struck?.[1] ?? (mark === "☐" ? rest : unmarked).trim(),
    answer: open && !silent ? { checked: false, ...answer } : answer,
  };
}

/** What stands behind the last blank of a text. */
function lastWord(source: string): ClosingNote | undefined {
  const start = runStart(source, /\S/);
  return start === 0 ? undefined : { start: runStart(source, /\s/, start), text: source.slice(start) };
}

const said = (source: string | undefined): string | undefined =>
  source === undefined ? undefined : unescapeText(source);

function waiverOf(by: string | undefined, reason: string | undefined, at: JsonValue | undefined): JsonValue {
  if (by === undefined) return said(reason) ?? {};
  return members({ by: by === nothing ? undefined : said(by), reason: said(reason), at });
}

function exemptionOf(reason: string | undefined, by: JsonValue | undefined): JsonValue {
  if (by === undefined) return said(reason) ?? {};
  return members({ reason: said(reason), by: by === nothing ? undefined : by });
}
