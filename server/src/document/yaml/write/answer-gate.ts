import type { Pointer } from "../../../text/json.ts";
import type { Written } from "../../../text/yaml/written.ts";
import type { GateState } from "../../../words/terms.ts";
import type { Intention } from "../../intention.ts";
import { saysNot, stateKeys } from "../manifest/gates.ts";
import type { Editing } from "./editing.ts";
import { insertEntry, nameItem, remove, renameKey, replaceValue, setEntry } from "./entries.ts";

type Answer = Extract<Intention, { readonly do: "answer-gate" }>;

/** Answers a gate or an approval so that exactly one key says how; false when it is gone or cannot be answered so. */
export function answerGate(editing: Editing, answer: Answer): boolean {
  const gate = editing.document.gates.find((candidate) => candidate.id === answer.gate);
  const pointer = gate && editing.document.pointerTo(gate.at);
  if (gate === undefined || pointer === undefined) return false;
  const approval = gate.form === "approval";
  if (!nameItem(editing, pointer, approval ? "role" : pointer[0] === "migrations" ? "id" : "gate")) return false;
  if (approval) return decide(editing, pointer, answer, gate.state);
  return state(editing, pointer, answer, gate.state);
}

/** What is written behind the key of a state. */
function valueFor({ state, reason, by, when }: Answer): Written {
  switch (state) {
    case "checked":
      return true;
    case "open":
      return false;
    case "failed":
      return reason === undefined || saysNot(reason) ? true : reason;
    case "waived":
      return { ...filled("by", by), ...filled("reason", reason), ...filled("at", when) };
    case "notApplicable":
      return { ...filled("reason", reason), ...filled("by", by) };
  }
}

const filled = (key: string, value: string | undefined): { readonly [key: string]: Written } =>
  value === undefined || value === "" ? {} : { [key]: value };

function state(editing: Editing, pointer: Pointer, answer: Answer, before: GateState): boolean {
  const key = answer.state === "open" ? "checked" : answer.state;
  const present = stateKeys.filter((name) => editing.entry([...pointer, name]) !== undefined);
  const kept = present.includes(key) ? key : present[0];
  for (const name of present) if (name !== kept && !remove(editing, [...pointer, name])) return false;
  if (kept === undefined) {
    if (!insertEntry(editing, pointer, key, valueFor(answer))) return false;
  } else {
    if (kept !== key && !renameKey(editing, [...pointer, kept], key)) return false;
    if (!replaceValue(editing, [...pointer, key], valueFor(answer))) return false;
  }
  if (!forgetSigner(editing, pointer, answer, before)) return false;
  return (answer.state !== "checked" && answer.state !== "failed") || sign(editing, pointer, answer, key);
}

/** Writes who answered and when, behind the answer. */
function sign(editing: Editing, pointer: Pointer, { by, when }: Answer, after: string): boolean {
  if (by !== undefined && by !== "" && !setEntry(editing, pointer, "by", by, after)) return false;
  const last = editing.entry([...pointer, "by"]) === undefined ? after : "by";
  return when === undefined || when === "" || setEntry(editing, pointer, "at", when, last);
}

/** Who gave another answer before says nothing of the new one. */
function forgetSigner(editing: Editing, pointer: Pointer, answer: Answer, before: GateState): boolean {
  if (before === "open" || before === answer.state) return true;
  for (const name of ["by", "at"]) {
    if (editing.entry([...pointer, name]) !== undefined && !remove(editing, [...pointer, name])) return false;
  }
  return true;
}

function decide(editing: Editing, pointer: Pointer, answer: Answer, before: GateState): boolean {
  if (answer.state === "waived" || answer.state === "notApplicable") return false;
  if (answer.state === "open") {
    const decided = editing.entry([...pointer, "decision"]) !== undefined;
    return (!decided || remove(editing, [...pointer, "decision"])) && forgetSigner(editing, pointer, answer, before);
  }
  const decision = answer.state === "checked" ? "approved" : "rejected";
  if (!setEntry(editing, pointer, "decision", decision)) return false;
  return forgetSigner(editing, pointer, answer, before) && sign(editing, pointer, answer, "decision");
}
