import type { GateState } from "../model.ts";
import { isPlaceholder } from "../values/placeholder.ts";
import { seenOnly } from "../values/seen-only.ts";
import { plain } from "./prose.ts";

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
}

const balanced = "[^()]*(?:\\([^()]*\\)[^()]*)*";
const waiver = new RegExp(`\\s*\\(\\s*waived\\b\\s*:?(${balanced})\\)`, "i");
const trailingWaiver = /\s+[–—-]{1,2}\s*waived\b\s*:?(.*)$/i;
const notApplicable = new RegExp(`\\s*\\(\\s*(?:n/?a|not applicable)\\s*[:–—-]\\s*(${balanced})\\)`, "i");
const bareNotApplicable = /\s*\(\s*(?:n\/a|not applicable)\s*[:–—-]?\s*\)/i;
const waivedBy = /^\s*by\s+(.+?)\s*(?::|\s[–—-]{1,2}\s)\s*(\S.*)$/i;
const struck = /^~~(.+?)~~\s*[:–—-]?\s*(.*)$/;
const date = "\\d{4}-\\d{2}-\\d{2}[^\\s(),]*";
const signedBy = new RegExp(
  `\\s*\\(\\s*(?:(?:done|checked|confirmed|verified|approved|signed(?:[- ]off)?)\\s+)?by\\s+([^(),]+?)(?:(?:\\s*,\\s*|\\s+on\\s+|\\s+)(${date})[^()]*)?\\)\\s*$`,
  "i",
);
const dashedBy = new RegExp(`\\s+[–—-]{1,2}\\s+(@[\\w./-]+)(?:[\\s,]+(${date}))?\\s*$`);
const trailingLink =
  /\s*(?:\[[^\][]*\]\(\s*<?([^()\s<>]+)>?\s*\)|<(https?:[^>\s]+)>|\(?(https?:\/\/[^\s()]+)\)?)\s*\.?$/;

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
  const { rest, ...why } = readReason(value.trim().replace(/\s{2,}/g, " "));
  const { rest: signed, ...who } = readSignature(rest);
  const mark = /^❌\uFE0F?\s*|\s*❌\uFE0F?$/u;
  const failed = mark.test(signed);
  const strike = struck.exec(signed);
  const text = plain((strike?.[1] ?? signed).replace(mark, ""));
  const shared = { text, failed, ...who };
  if (why.state !== undefined) return { ...shared, ...why, state: why.state };
  if (failed) return { ...shared, ...incomplete(why), state: "failed" };
  if (strike !== null && !ticked) {
    return { ...shared, state: "notApplicable", ...(strike[2] ? { reason: plain(strike[2]) } : {}) };
  }
  return { ...shared, ...(ticked ? {} : incomplete(why)), state };
}

/**
 * The words beside a box without what answers them: waiver, reason, ❌, strike-through; with `unsigned` also without who
 * confirmed it and when. Works on source text, line breaks included.
 */
export function withoutAnswer(source: string, unsigned: boolean): string {
  let words = source;
  for (const pattern of [notApplicable, bareNotApplicable, waiver, trailingWaiver]) words = words.replace(pattern, "");
  if (unsigned) words = words.replace(signedBy, "").replace(dashedBy, "");
  return words
    .replace(/^(\s*)❌\uFE0F?\s*/u, "$1")
    .replace(/\s*❌\uFE0F?(\s*)$/u, "$1")
    .replace(/^(\s*)~~([^~]+)~~/, "$1$2");
}

interface Reason {
  readonly rest: string;
  readonly state?: "waived" | "notApplicable";
  readonly by?: string;
  readonly reason?: string;
  readonly waiverIncomplete?: boolean;
}

const incomplete = ({ waiverIncomplete }: Omit<Reason, "rest">): { readonly waiverIncomplete?: boolean } =>
  waiverIncomplete === undefined ? {} : { waiverIncomplete };

function readReason(value: string): Reason {
  if (!/waived|n\/?a\b|not applicable/i.test(value)) return { rest: value };
  const none = notApplicable.exec(value);
  if (none !== null && (none[1] ?? "").trim() !== "") {
    return { rest: without(value, none), state: "notApplicable", reason: plain(none[1] ?? "") };
  }
  const waived = waiver.exec(value) ?? trailingWaiver.exec(value);
  if (waived === null) {
    const bare = bareNotApplicable.exec(value);
    return bare === null ? { rest: value } : { rest: without(value, bare), waiverIncomplete: true };
  }
  const rest = without(value, waived);
  const words = waivedBy.exec(waived[1] ?? "");
  if (words === null || [words[1], words[2]].some((word) => isPlaceholder(plain(word ?? "")))) {
    return { rest, waiverIncomplete: true };
  }
  return { rest, state: "waived", by: plain(words[1] ?? ""), reason: plain(words[2] ?? "") };
}

function readSignature(value: string): Pick<Answer, "by" | "when" | "evidence"> & { readonly rest: string } {
  const link = /[)>\]/\w]\.?$/.test(value) ? trailingLink.exec(value) : null;
  const evidence = link?.[1] ?? link?.[2] ?? link?.[3];
  const proof = evidence === undefined ? {} : { evidence };
  const before = link === null ? value : value.slice(0, link.index);
  for (const candidate of link === null ? [value] : [value, before]) {
    const match = signedBy.exec(candidate) ?? dashedBy.exec(candidate);
    if (match === null) continue;
    const rest = candidate.slice(0, match.index) + value.slice(candidate.length);
    const [, by = "", when] = match;
    const inner = candidate === value ? readLink(rest) : proof;
    return { rest: rest.trim(), by: plain(by), ...(when === undefined ? {} : { when }), ...inner };
  }
  return { rest: value, ...proof };
}

function readLink(value: string): { readonly evidence?: string } {
  const link = trailingLink.exec(value);
  const evidence = link?.[1] ?? link?.[2] ?? link?.[3];
  return evidence === undefined ? {} : { evidence };
}

const without = (value: string, match: RegExpExecArray): string =>
  (value.slice(0, match.index) + value.slice(match.index + match[0].length)).trim();
