import { closingLink } from "../../../text/markdown/closing-link.ts";
import { plain } from "../../../text/markdown/prose.ts";
import { seenOnly } from "../../../text/markdown/seen-only.ts";
import { withoutInvisible } from "../../../text/values/invisible.ts";
import { expression, textHas } from "../../../words/lists.ts";
import { isPlaceholder } from "../../../words/placeholder.ts";
import type { GateState } from "../../../words/terms.ts";
import { signatureOf } from "./signature.ts";

/** Longer texts carry no words of an answer. */
const longestGate = 4000;

/** What any words of an answer have in them. */
const answering = /[(❌~]|https?:|\s[–—-]/u;

/** What the words of a gate say about its answer. */
export interface Answer {
  /** What is to be confirmed, without marks and without the words of the answer. */
  readonly text: string;
  readonly state: GateState;
  /** A ❌ stands with it. */
  readonly failed: boolean;
  readonly by?: string;
  readonly when?: string;
  readonly evidence?: string;
  readonly reason?: string;
  readonly waiverIncomplete?: boolean;
  /** What is said of why it needs no answer, complete or not. */
  readonly excuse?: Excuse;
}

/** *Waived* or *not applicable*, with whom and why as far as it is said. */
export interface Excuse {
  readonly as: "waived" | "notApplicable";
  readonly by?: string;
  readonly reason?: string;
}

// Each pattern that begins with blanks begins where they do: a run of them is tried once.
const inParentheses = "([^()]*(?:\\([^()]*\\)[^()]*)*)\\)";
const waiver = expression((either) => `(?<!\\s)\\s*\\(\\s*${either("waived")}${inParentheses}`);
const trailingWaiver = expression((either) => `(?<!\\s)\\s+[–—-]{1,2}\\s*${either("waived")}`);
const notApplicable = expression(
  (either) => `(?<!\\s)\\s*\\(\\s*${either("notApplicable", "notApplicableIf")}\\s*[:–—-]${inParentheses}`,
);
const bareNotApplicable = expression((either) => `(?<!\\s)\\s*\\(\\s*${either("notApplicable")}\\s*(?:[:–—-]\\s*)?\\)`);
const saysWhy = textHas("waived", "notApplicable", "notApplicableIf");
const byWhom = expression((either) => `^${either("by")}\\s+`);

/**
 * Reads what stands beside a box: waived and by whom, not applicable and why, ❌, who confirmed it and when, and a link as
 * evidence. Only what the rendered text shows is an answer. A waiver that lacks its author or its reason, and `(N/A)` without one, leave the gate open.
 */
export function readAnswer(value: string, ticked: boolean): Answer {
  const state = ticked ? "checked" : "open";
  if (value.length > longestGate || !answering.test(value)) return { text: plain(value), state, failed: false };
  const written = readWords(value, ticked);
  const seen = seenOnly(value);
  return seen === value ? written : seenAnswer(written, readWords(seen, ticked), seen);
}

/** What is not seen answers nothing: of what is written, the text that names the gate and the link that proves it stay. */
function seenAnswer(written: Answer, seen: Answer, shown: string): Answer {
  const { evidence, by, when, text } = written;
  const signed = seen.by === undefined && by !== undefined && shown.includes(by);
  const { evidence: _, ...answer } = seen;
  return {
    ...answer,
    ...(signed ? { by, ...(when === undefined ? {} : { when }) } : {}),
    ...(evidence === undefined ? {} : { evidence }),
    text: written.state === seen.state && written.failed === seen.failed ? text : seen.text,
  };
}

function readWords(value: string, ticked: boolean): Answer {
  const state = ticked ? "checked" : "open";
  const why = readReason(value.trim().replace(/\s{2,}/g, " "));
  const { rest: signed, ...who } = readSignature(why.rest);
  const mark = /^❌\uFE0F?\s*|(?<!\s)\s*❌\uFE0F?$/u;
  const failed = mark.test(signed);
  const strike = readStruck(signed);
  const text = plain((strike?.words ?? signed).replace(mark, ""));
  const shared = { text, failed, ...who, ...(why.excuse === undefined ? {} : { excuse: why.excuse }) };
  if (why.state !== undefined) {
    const { rest: _, state: excused, ...said } = why;
    return { ...shared, ...said, state: excused };
  }
  if (failed) return { ...shared, ...incomplete(why), state: "failed" };
  if (strike !== undefined && !ticked) {
    const reason = strike.rest === "" ? {} : { reason: plain(strike.rest) };
    return { ...shared, state: "notApplicable", ...reason, excuse: { as: "notApplicable", ...reason } };
  }
  return { ...shared, ...(ticked ? {} : incomplete(why)), state };
}

/**
 * The words beside a box without what answers them: waiver, reason, ❌, strike-through; with `unsigned` also without who
 * confirmed it and when. Works on source text, line breaks included.
 */
export function withoutAnswer(source: string, unsigned: boolean): string {
  let words = source;
  for (const pattern of [notApplicable(), bareNotApplicable(), waiver()]) words = words.replace(pattern, "");
  words = words.slice(0, trailingWaiver().exec(words)?.index);
  if (unsigned) words = words.slice(0, signatureOf(words)?.start);
  return words
    .replace(/^(\s*)❌\uFE0F?\s*/u, "$1")
    .replace(/(?<!\s)\s*❌\uFE0F?(\s*)$/u, "$1")
    .replace(/^(\s*)~~([^~]+)~~/, "$1$2");
}

/** A name or a reason has a letter or a digit: dots and dashes say nothing. */
const saysSomething = (words: string): boolean => /[\p{L}\p{N}]/u.test(withoutInvisible(words));

interface Reason extends Pick<Answer, "by" | "reason" | "waiverIncomplete" | "excuse"> {
  readonly rest: string;
  readonly state?: Excuse["as"];
}

const incomplete = ({ waiverIncomplete }: Reason): Pick<Answer, "waiverIncomplete"> =>
  waiverIncomplete === undefined ? {} : { waiverIncomplete };

function readReason(value: string): Reason {
  if (!saysWhy(value)) return { rest: value };
  const none = notApplicable().exec(value);
  if (none !== null && (none[1] ?? "").trim() !== "") {
    const rest = without(value, none);
    const reason = plain(none[1] ?? "");
    const excuse = { as: "notApplicable", reason } as const;
    if (!saysSomething(reason)) return { rest, waiverIncomplete: true, excuse };
    return { rest, state: "notApplicable", reason, excuse };
  }
  const waived = waiverOf(value);
  if (waived === undefined) {
    const bare = bareNotApplicable().exec(value);
    if (bare === null) return { rest: value };
    return { rest: without(value, bare), waiverIncomplete: true, excuse: { as: "notApplicable" } };
  }
  const { rest } = waived;
  const said = readWaiver(waived.words);
  const excuse = { as: "waived", ...said } as const;
  if (![said.by, said.reason].every((words = "") => saysSomething(words) && !isPlaceholder(words)))
    return { rest, waiverIncomplete: true, excuse };
  return { rest, state: "waived", ...said, excuse };
}

/** What a text says of a waiver, in parentheses or after a dash, and the text without it. */
function waiverOf(value: string): { readonly rest: string; readonly words: string } | undefined {
  const noted = waiver().exec(value);
  if (noted !== null) return { rest: without(value, noted), words: noted[1] ?? "" };
  const trailing = trailingWaiver().exec(value);
  if (trailing === null) return undefined;
  const { index, 0: mark } = trailing;
  return { rest: value.slice(0, index).trim(), words: value.slice(index + mark.length) };
}

/** `by NAME: REASON`, `by NAME - REASON`, perhaps after a colon; or one of both. */
function readWaiver(source: string): Pick<Excuse, "by" | "reason"> {
  const words = source.trimStart().replace(/^:\s*/, "");
  const lead = byWhom().exec(words)?.[0];
  if (lead === undefined) return words === "" ? {} : { reason: plain(words) };
  const said = words.slice(lead.length);
  const mark = /:|\s[–—-]{1,2}\s/.exec(said.slice(1));
  if (mark === null) return { by: plain(said) };
  const reason = said.slice(mark.index + 1 + mark[0].length);
  return { by: plain(said.slice(0, mark.index + 1)), reason: plain(reason) };
}

/** `~~what does not apply~~: why` */
function readStruck(value: string): { readonly words: string; readonly rest: string } | undefined {
  const end = value.startsWith("~~") ? value.indexOf("~~", 3) : -1;
  if (end === -1) return undefined;
  const rest = value.slice(end + 2).trimStart();
  return { words: value.slice(2, end), rest: rest.replace(/^[:–—-]\s*/, "") };
}

function readSignature(value: string): Pick<Answer, "by" | "when" | "evidence"> & { readonly rest: string } {
  const link = /[)>\]/\w]\.?$/.test(value) ? closingLink(value) : undefined;
  const proof = link === undefined ? {} : { evidence: link.target };
  for (const candidate of link === undefined ? [value] : [value, value.slice(0, link.start)]) {
    const signature = signatureOf(candidate);
    if (signature === undefined) continue;
    const { start, by, when } = signature;
    const rest = candidate.slice(0, start) + value.slice(candidate.length);
    const evidence = closingLink(rest)?.target;
    const inner = candidate !== value ? proof : evidence === undefined ? {} : { evidence };
    return { rest: rest.trim(), by, ...(when === undefined ? {} : { when }), ...inner };
  }
  return { rest: value, ...proof };
}

const without = (value: string, match: RegExpExecArray): string =>
  (value.slice(0, match.index) + value.slice(match.index + match[0].length)).trim();
