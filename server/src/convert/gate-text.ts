import { type Answer, type Excuse, readAnswer, withoutAnswer } from "../document/markdown/gates/read-answer.ts";
import type { JsonObject, JsonValue } from "../text/json.ts";
import { closingLink } from "../text/markdown/closing-link.ts";
import { plain, unescapeMarkdown } from "../text/markdown/prose.ts";
import { textIs } from "../words/lists.ts";
import { type Entry, entryIn } from "./body.ts";
import { differences } from "./differences.ts";
import { type Field, readFields, text, writeFields } from "./field.ts";
import { escapeText, nothing, unescapeText } from "./inline-text.ts";
import { isObject, members, textOf } from "./json.ts";
import { Leftovers } from "./leftovers.ts";

/** What a gate says beside its text: the lines below it. */
const details: readonly Field[] = [
  text("owner", ["Owner"]),
  text("critical", ["Critical"], textIs("yes")),
  text("by", ["By"]),
  text("at", ["At"]),
  text("evidence", ["Evidence"]),
  text("failure", ["Failure"]),
  text("waivedBy", ["Waived by"]),
  text("waivedOn", ["Waived on"]),
  text("agreedBy", ["Agreed by"]),
  text("reason", ["Reason"]),
];

const address = /^https?:\/\/[^\s()<>]+$/;
/** The comment below a gate that says nothing of an answer. */
export const noAnswer = "unanswered";
/** What may be taken for an answer, or for a part of one. */
const answering = /\\(.)|`[^`]*`|([()~@❌☐☑✅✔✓✗✘]|(?<=\s)[–—-]{1,2}(?=\s)|(?<=https?):)/gsu;

/**
 * The task item of a gate, and the lines below it. `source` is the gate's text as Markdown. What the words beside the box
 * cannot say so that it reads as the same stands below them too.
 */
export function writeGate(gate: JsonObject, source: string): readonly string[] {
  const ways = [source, guarded(source)].flatMap((words) => [
    gateLines(gate, words, false),
    gateLines(gate, words, true),
  ]);
  return ways.find((lines) => saysAll(lines, gate, source)) ?? ways.at(-1) ?? [];
}

/** A gate's text in which nothing is taken for an answer: it reads as the same. */
const guarded = (source: string): string =>
  source.replace(answering, (all: string, escaped: string | undefined, bare: string | undefined) => {
    const sign = bare ?? (escaped !== undefined && /[()~@]|[^ -~]/.test(escaped) ? escaped : undefined);
    if (sign === undefined) return all;
    // A backslash escapes punctuation alone: before a mark it is text.
    const slash = bare === undefined && /[^ -~]/.test(sign) ? "\\\\" : "";
    return slash + [...sign].map((character) => `&#${character.codePointAt(0)};`).join("");
  });

const told = ["checked", "failed", "waived", "notApplicable", "by", "at", "evidence", "owner", "critical"] as const;

/** Whether the lines read as the gate and its text. */
function saysAll(lines: readonly string[], gate: JsonObject, source: string): boolean {
  const entry = entryIn(lines.join("\n"));
  if (entry === undefined) return false;
  const { text: words, answer } = answerOf(entry, entry.words, new Leftovers());
  return (
    unescapeText(words) === unescapeText(source) && differences(picked(gate, told), picked(answer, told)).length === 0
  );
}

/** `exact`: the lines below say each text of the answer in full. */
function gateLines(gate: JsonObject, source: string, exact: boolean): readonly string[] {
  const failed = gate.failed === undefined || gate.failed === false ? "" : "❌ ";
  const suffix = `${waiverWords(gate.waived, exact)}${exemptionWords(gate.notApplicable, exact)}`;
  const { signature, proof } = signatureOf(gate, exact);
  const below = writeFields(details, textsBelow(gate, exact, signature !== "", proof !== ""));
  const silent = ["checked", "failed", "waived", "notApplicable"].every((key) => gate[key] === undefined);
  return [
    `- [${gate.checked === true ? "x" : " "}] ${failed}${source}${suffix}${signature}${proof}`,
    ...below.map((line) => `  ${line}`),
    ...(silent ? [`  <!-- ${noAnswer} -->`] : []),
  ];
}

/** Who confirmed a gate, and the proof, as far as they may stand in its line. */
function signatureOf({ by, at, evidence }: JsonObject, exact: boolean): Record<"signature" | "proof", string> {
  const named =
    typeof by === "string" && /^[^\s(),:*`_\\<&[\]~](?:[^(),:*`_\\<&[\]~\n]*[^\s(),:*`_\\<&[\]~])?$/.test(by);
  const dated = at === undefined || (typeof at === "string" && /^\d{4}-\d{2}-\d{2}[^\s(),]*$/.test(at));
  const signature = named && dated && !exact ? ` (by ${by}${at === undefined ? "" : `, ${textOf(at)}`})` : "";
  const proof = typeof evidence === "string" && address.test(evidence) && !exact ? ` ${evidence}` : "";
  return { signature, proof };
}

/** What stands in the lines below. */
function textsBelow(gate: JsonObject, exact: boolean, signed: boolean, proved: boolean): JsonObject {
  const { waived: waiver, notApplicable: exemption, by, at, evidence, failed } = gate;
  const [reason, waivedBy] = isObject(waiver) ? [waiver.reason, waiver.by] : [waiver, undefined];
  const why = isObject(exemption) ? exemption.reason : exemption;
  return members({
    ...picked(gate, ["owner", "critical"]),
    ...(signed ? {} : { by, at }),
    evidence: proved ? undefined : evidence,
    failure: typeof failed === "string" ? failed : undefined,
    waivedOn: isObject(waiver) ? waiver.at : undefined,
    agreedBy: isObject(exemption) ? (exemption.by ?? nothing) : undefined,
    ...(exact ? { waivedBy, reason: reason ?? why } : {}),
  });
}

function waiverWords(waiver: JsonValue | undefined, exact: boolean): string {
  if (waiver === undefined) return "";
  if (!isObject(waiver)) return ` (waived: ${enclosed(textOf(waiver) ?? "", exact)})`;
  const by = waiver.by === undefined ? nothing : enclosed(textOf(waiver.by) ?? "", exact).replaceAll(":", "\\:");
  const reason = textOf(waiver.reason);
  return ` (waived by ${by}${reason === undefined ? "" : `: ${enclosed(reason, exact)}`})`;
}

function exemptionWords(exemption: JsonValue | undefined, exact: boolean): string {
  if (exemption === undefined) return "";
  const reason = textOf(isObject(exemption) ? exemption.reason : exemption);
  return reason === undefined ? " (N/A)" : ` (N/A: ${enclosed(reason, exact)})`;
}

/** A text as it may stand in parentheses; where it stands in full below, its words alone. */
function enclosed(value: string, exact: boolean): string {
  if (!exact) return escapeText(value);
  const words = value.replace(/[^\p{L}\p{N}@]+/gu, " ").trim();
  return words === "" ? nothing : words;
}

function picked(gate: JsonObject, keys: readonly string[]): JsonObject {
  return members(Object.fromEntries(keys.map((key) => [key, gate[key]])));
}

/** What an entry says of a gate: its text (Markdown), and its answer as a manifest has it. */
export interface GateReading {
  readonly text: string;
  readonly answer: JsonObject;
}

/** Reads an item as the engine does: its box or mark, and the words beside it; what it says besides is left over. */
export function answerOf({ box, mark, children, comments }: Entry, source: string, left: Leftovers): GateReading {
  const more = readFields(details, children, left);
  const ticked = box ?? mark === "✅";
  const said = readAnswer(unescapeMarkdown(source).trim(), ticked);
  const failed = said.failed || (mark === "❌" && said.state === "open");
  const proved = said.evidence !== undefined && (failed || said.state !== "open");
  const answer = members({
    checked: ticked ? true : undefined,
    failed: failed ? (more.failure ?? true) : undefined,
    ...excuseOf(said.excuse, more),
    by: more.by ?? signedBy(said),
    at: more.at ?? (signedBy(said) === undefined ? undefined : said.when),
    evidence: more.evidence ?? (proved ? said.evidence : undefined),
    owner: more.owner,
    critical: more.critical,
  });
  const open = !ticked && !["failed", "waived", "notApplicable"].some((key) => key in answer);
  return {
    text: asked(source, said, proved),
    answer: open && !comments.includes(noAnswer) ? { checked: false, ...answer } : answer,
  };
}

/** Who confirmed it; the name in a waiver is no signature. */
const signedBy = ({ by, excuse }: Answer): string | undefined => (excuse?.by === undefined ? by : undefined);

function excuseOf(excuse: Excuse | undefined, more: JsonObject): JsonObject {
  if (excuse === undefined) return {};
  const said = (words: string | undefined): string | undefined =>
    words === undefined || words === nothing ? undefined : unescapeText(words);
  const reason = more.reason ?? said(excuse.reason);
  if (excuse.as === "waived") {
    if (excuse.by === undefined) return { waived: reason ?? {} };
    return { waived: members({ by: more.waivedBy ?? said(excuse.by), reason, at: more.waivedOn }) };
  }
  const by = more.agreedBy;
  if (by === undefined) return { notApplicable: reason ?? {} };
  return { notApplicable: members({ reason, by: by === nothing ? undefined : by }) };
}

/** The source of what is asked, without what answers it. */
function asked(source: string, { text: words, by, excuse, failed }: Answer, proved: boolean): string {
  if (!proved && !failed && by === undefined && excuse === undefined && words === plain(unescapeMarkdown(source)))
    return source;
  const cut = withoutAnswer(proved ? withoutProof(source) : source, by !== undefined && excuse?.by === undefined);
  const rest = proved ? withoutProof(cut) : cut;
  const struck = source.startsWith("~~") ? source.indexOf("~~", 3) : -1;
  // A backslash before the parenthesis of an answer is none of the gate's.
  return struck === -1 ? rest.trim().replace(/(?<!\\)\\$/, "") : source.slice(2, struck);
}

/** A text without the address that it ends with; a link with words of its own stays. */
function withoutProof(source: string): string {
  const link = closingLink(source);
  return link !== undefined && /^\s*\(?<?https?:[^\s<>]*>?\)?\.?$/.test(source.slice(link.start))
    ? source.slice(0, link.start)
    : source;
}
