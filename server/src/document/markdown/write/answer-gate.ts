import { applyChanges, replaceSpan } from "../../../text/changes.ts";
import { mostOptions } from "../../../text/markdown/boxes.ts";
import type { TextChange } from "../../../text/place.ts";
import type { Intention } from "../../intention.ts";
import type { Gate, GateOption } from "../../model.ts";
import { type MarkdownDocument, readAgain } from "../compose/read-markdown.ts";
import { withoutAnswer } from "../gates/read-answer.ts";

export type Answering = Extract<Intention, { readonly do: "answer-gate" }>;

/**
 * The changes that answer a gate: its box or mark, and the words of the answer after its text. What was answered before is
 * taken back. `undefined` when there is no such gate, when a waiver lacks its author or reason, or when the gate cannot
 * say that in its form: every change is read again before it is offered.
 */
export function answerGate(document: MarkdownDocument, answer: Answering): readonly TextChange[] | undefined {
  const gate = document.gates.find(({ id }) => id === answer.gate);
  if (gate === undefined) return undefined;
  const note = noteOf(answer, gate);
  if (note === undefined) return undefined;
  const tries = Math.max(2, Math.floor(mostRead / (gate.at.part.text.length + 1)));
  return candidates(document, gate, answer, note)
    .slice(0, tries)
    .find((changes) => says(document, changes, answer));
}

/** What stands around a gate is read again for each way to answer it: so many characters at most. */
const mostRead = 500_000;

/** The words of the answer, to stand after the gate's text; `undefined` when something is missing. */
function noteOf({ state, by, when, reason }: Answering, { form }: Gate): string | undefined {
  const clean = (text = ""): string =>
    balanced(text.replace(/\s+/g, " ").trim()).replace(/(?<!\\)\|/g, form === "cell" ? "\\|" : "|");
  const person = clean(by).replace(/[:,()]/g, "");
  if (state === "waived")
    return person === "" || clean(reason) === "" ? undefined : `(waived by ${person}: ${clean(reason)})`;
  if (state === "notApplicable") return clean(reason) === "" ? undefined : `(N/A: ${clean(reason)})`;
  if (state === "open" || person === "") return "";
  return when === undefined ? `(by ${person})` : `(by ${person}, ${clean(when)})`;
}

function balanced(text: string): string {
  return /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(text) ? text : text.replace(/[()]/g, "");
}

/** The ways to write the answer, the most natural first. */
function candidates(
  document: MarkdownDocument,
  gate: Gate,
  answer: Answering,
  note: string,
): readonly (readonly TextChange[])[] {
  if (gate.form === "choice") return choiceCandidates(document, gate, answer, note);
  const box = document.span(gate.box);
  const whole = document.span(gate.at);
  const words = document.text.slice(box.end, whole.end);
  const unsigned = answer.state !== "checked" || answer.by !== undefined;
  const kept = withoutAnswer(words, unsigned).trimEnd();
  const failed = answer.state === "failed" && gate.form !== "mark" ? " ❌" : "";
  const text = `${failed}${failed !== "" && kept.trim() === "" ? "" : kept}${note === "" ? "" : ` ${note}`}`;
  const rest = replaceSpan(document.text, { start: box.end, end: whole.end }, text);
  return signs(gate, answer).map((sign) => [...replaceSpan(document.text, box, sign), ...rest]);
}

function signs({ form }: Gate, { state }: Answering): readonly string[] {
  const box = state === "checked" ? "[x]" : "[ ]";
  if (form !== "mark") return [box];
  const mark = state === "checked" ? "✅" : state === "failed" ? "❌" : "☐";
  return [mark, box];
}

/** Each option in turn, then none of them. */
function choiceCandidates(
  document: MarkdownDocument,
  gate: Gate,
  { state }: Answering,
  note: string,
): readonly (readonly TextChange[])[] {
  const { options = [] } = gate;
  const last = options.at(-1);
  if (last === undefined) return [];
  const words = { start: document.span(last.box).end, end: document.span(gate.at).end };
  const kept = withoutAnswer(document.text.slice(words.start, words.end), true).trimEnd();
  const rest = replaceSpan(document.text, words, note === "" ? kept : `${kept} ${note}`);
  const tick = (index: number): readonly TextChange[] => [
    ...ticking(document, options, (option) => options[index] === option),
    ...rest,
  ];
  if (state !== "checked" && state !== "failed") return [tick(-1)];
  const ticked = options.findIndex((option) => option.ticked);
  const order =
    ticked < 0 ? options.map((_, at) => at) : [ticked, ...options.map((_, at) => at).filter((at) => at !== ticked)];
  return order.slice(0, mostOptions).map(tick);
}

/** The changes after which just those options are ticked that should be. */
const ticking = (
  document: MarkdownDocument,
  options: readonly GateOption[],
  wanted: (option: GateOption) => boolean,
): readonly TextChange[] =>
  options.flatMap((option) =>
    wanted(option) === option.ticked ? [] : [{ ...document.span(option.box), text: option.ticked ? "[ ]" : "[x]" }],
  );

/** Ticks one option of a choice and clears the others, or clears it. `undefined` when there is no such choice or option. */
export function chooseOption(
  document: MarkdownDocument,
  { gate: id, option, ticked }: Extract<Intention, { readonly do: "choose-option" }>,
): readonly TextChange[] | undefined {
  const options = document.gates.find((gate) => gate.id === id)?.options ?? [];
  const chosen = options[option];
  if (chosen === undefined) return undefined;
  return ticking(document, options, (each) => (each === chosen ? ticked : each.ticked && !ticked));
}

/** Whether the text, so changed, gives the gate that answer, and every other gate the one that it had. */
function says(document: MarkdownDocument, changes: readonly TextChange[], answer: Answering): boolean {
  const changed = readAgain(document, applyChanges(document.text, changes));
  return (
    changed.gates.length === document.gates.length &&
    changed.gates.every((gate, index) => {
      const before = document.gates[index];
      if (gate.id !== before?.id) return false;
      return gate.id === answer.gate ? gives(gate, answer) : gate.state === before.state;
    })
  );
}

/** A refusal says no when it is ticked: *No-Go*. */
const isTicked = ({ form, box: { part, start } }: Gate): boolean =>
  form === "task" && /^\[[xX]\]/.test(part.text.slice(start, start + 3));

/** A waiver whose name or reason is still a blank leaves the gate open until it is written. */
const gives = (gate: Gate, { state }: Answering): boolean =>
  gate.state === state ||
  (state === "checked" && gate.state === "failed" && isTicked(gate)) ||
  (gate.waiverIncomplete === true && (state === "waived" || state === "notApplicable"));
