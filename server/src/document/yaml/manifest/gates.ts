import type { Place, Text } from "../../../text/place.ts";
import { isSeen } from "../../../text/values/invisible.ts";
import { entryOf, nodeAt, type YamlNode } from "../../../text/yaml/node.ts";
import { textIs } from "../../../words/lists.ts";
import { isPlaceholder } from "../../../words/placeholder.ts";
import type { GateState } from "../../../words/terms.ts";
import type { DateText, Gate, GateForm } from "../../model.ts";
import type { GateContext, GateDraft, GateList, ManifestMemory } from "./memory.ts";
import { isEmpty, itemsOf, present, textAt, textOf } from "./texts.ts";

const nothing: GateList = { gates: [], dates: [] };

/** The gates of a list of manifest entries or approvals. */
export function gateList(node: YamlNode | undefined, context: GateContext, memory: ManifestMemory): GateList {
  if (node === undefined || isEmpty(node)) return nothing;
  const kept = memory.gateLists.get(node);
  if (kept?.context !== undefined && isSame(kept.context, context)) return kept;
  const path = context.path.join("/");
  const counts = new Map<string, number>();
  const gates: Gate[] = [];
  const dates: DateText[] = [];
  for (const item of itemsOf(node)) {
    const draft = draftOf(item, context.form, memory);
    const count = (counts.get(draft.name) ?? 0) + 1;
    counts.set(draft.name, count);
    gates.push(
      gateOf(item, draft, count === 1 ? `${path}/${draft.name}` : `${path}/${draft.name}~${count}`, context, memory),
    );
    if (draft.date !== undefined) dates.push(draft.date);
  }
  const list = { context, gates, dates };
  memory.gateLists.set(node, list);
  return list;
}

function isSame(a: GateContext, b: GateContext): boolean {
  if (a.phase !== b.phase || a.form !== b.form || a.rolloutPhase !== b.rolloutPhase) return false;
  return a.path.length === b.path.length && a.path.every((step, at) => step === b.path[at]);
}

function gateOf(item: YamlNode, draft: GateDraft, id: string, context: GateContext, memory: ManifestMemory): Gate {
  const { phase, rolloutPhase } = context;
  const kept = memory.gates.get(item);
  if (kept?.id === id && kept.phase === phase && kept.rolloutPhase === rolloutPhase && kept.form === context.form)
    return kept;
  const gate: Gate = { id, phase, ...draft.gate, ...(rolloutPhase === undefined ? {} : { rolloutPhase }) };
  memory.gates.set(item, gate);
  return gate;
}

function draftOf(item: YamlNode, form: GateForm, memory: ManifestMemory): GateDraft {
  const kept = memory.drafts.get(item);
  if (kept?.gate.form === form) return kept;
  const draft = form === "approval" ? approvalDraft(item) : entryDraft(item);
  memory.drafts.set(item, draft);
  return draft;
}

/** Keys that answer a gate; exactly one of them should stand. */
export const stateKeys = ["checked", "failed", "waived", "notApplicable"] as const;

const labels = ["gate", "id", "name", "title", "item", "check", "step", "text", "migration"];

/** The entry that says what the gate is. */
export const labelOf = (item: YamlNode): Text | undefined => textOf(item) ?? textAt(item, ...labels);

function entryDraft(item: YamlNode): GateDraft {
  const label = labelOf(item);
  const text = label?.value ?? "";
  const answer = answerOf(item);
  const when = textAt(item, "at") ?? textAt(answer.details, "at");
  const box = textOf(nodeAt(item, "checked"))?.at ?? label?.at ?? entryOf(item, "checked")?.key ?? firstLine(item);
  const gate = present<GateDraft["gate"]>({
    text,
    state: answer.state,
    form: "entry",
    critical: nodeAt(item, "critical")?.value === true,
    required: nodeAt(item, "required")?.value !== false,
    box,
    at: item,
    owner: textAt(item, "owner")?.value,
    by: (textAt(answer.details, "by") ?? textAt(item, "by"))?.value,
    when: when?.value,
    evidence: textAt(item, "evidence")?.value ?? textAt(answer.details, "evidence")?.value,
    reason: answer.reason,
    waiverIncomplete: answer.incomplete ? true : undefined,
  });
  return { gate, name: nameOf(text), date: when && { label: `Date of “${text}”`, value: when } };
}

/** A text as part of an id: case, punctuation and white space do not count; numbers do. */
const nameOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-|-$/g, "") || "gate";

/** An item that is a whole map is marked at its first key. */
function firstLine(item: YamlNode): Place {
  return item.kind === "map" && !item.flow ? (item.entries[0]?.key ?? item) : item;
}

interface Answer {
  readonly state: GateState;
  readonly details: YamlNode | undefined;
  readonly reason: string | undefined;
  readonly incomplete: boolean;
}

/** What fails a gate outweighs what passes it; an incomplete waiver leaves it open. */
function answerOf(item: YamlNode): Answer {
  const failed = nodeAt(item, "failed");
  if (isSaid(failed)) {
    const reason = reasonOf(failed) ?? textAt(item, "reason")?.value;
    return { state: "failed", details: failed, reason, incomplete: false };
  }
  const checked = nodeAt(item, "checked");
  if (checked?.kind === "map" ? isSaid(checked) : isYes(checked)) {
    return { state: "checked", details: checked, reason: undefined, incomplete: false };
  }
  const waived = nodeAt(item, "waived");
  if (isSaid(waived)) {
    const reason = reasonOf(waived) ?? textAt(item, "reason")?.value;
    const by = textAt(waived, "by") ?? textAt(item, "by");
    const complete = isFilled(reason) && isFilled(by?.value);
    return { state: complete ? "waived" : "open", details: waived, reason, incomplete: !complete };
  }
  const absent = nodeAt(item, "notApplicable");
  if (isSaid(absent)) {
    const reason = reasonOf(absent) ?? textAt(item, "reason")?.value;
    const complete = isFilled(reason);
    return { state: complete ? "notApplicable" : "open", details: absent, reason, incomplete: !complete };
  }
  return { state: "open", details: undefined, reason: undefined, incomplete: false };
}

/** A name or reason that is still a blank waives nothing. */
const isFilled = (value: string | undefined): boolean => value !== undefined && value !== "" && !isPlaceholder(value);

/** `true`, a sentence, or a map: the key is not only there, it says something. An empty `waived: {}` says it too. */
function isSaid(node: YamlNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.kind !== "scalar") return true;
  return node.value !== null && node.value !== false && isSeen(node.text) && !saysNot(node.text);
}

const isYesWord = textIs("yes");
const isNo = textIs("no");
const approves = textIs("approves");
const rejects = textIs("rejects");

/** Whether a text behind a state takes the state back, or says nothing: `failed: no`. */
export const saysNot = (text: string): boolean => text.trim() === "" || isNo(text);

function isYes(node: YamlNode | undefined): boolean {
  return (
    node?.kind === "scalar" && (node.value === true || isYesWord(node.text) || /^(?:x|✅|☑)$/i.test(node.text.trim()))
  );
}

/** The reason of `waived: { reason: … }`, or the sentence of `waived: …`. */
function reasonOf(node: YamlNode | undefined): string | undefined {
  const own = textOf(node);
  if (own !== undefined) return isYesWord(own.value) ? undefined : own.value;
  return textAt(node, "reason", "why")?.value;
}

function approvalDraft(item: YamlNode): GateDraft {
  const role = textOf(item) ?? textAt(item, "role", "name", "title", "team", "by");
  const decision = textAt(item, "decision");
  const when = textAt(item, "at", "date");
  const text = role?.value ?? "";
  const gate = present<GateDraft["gate"]>({
    text,
    state: decisionState(decision?.value),
    form: "approval",
    critical: false,
    required: nodeAt(item, "required")?.value !== false,
    box: decision?.at ?? role?.at ?? firstLine(item),
    at: item,
    owner: textAt(item, "owner")?.value,
    by: textAt(item, "by")?.value,
    when: when?.value,
    evidence: textAt(item, "evidence")?.value,
    reason: textAt(item, "reason", "comment")?.value,
    waiverIncomplete: undefined,
    section: undefined,
    parent: undefined,
  });
  return { gate, name: nameOf(text), date: when && { label: `Date of the approval by “${text}”`, value: when } };
}

function decisionState(decision: string | undefined): GateState {
  if (decision === undefined) return "open";
  if (approves(decision)) return "checked";
  return rejects(decision) ? "failed" : "open";
}
