import { createLineIndex } from "../document/line-index.ts";
import { findBoxes, optionsOf } from "../document/markdown/boxes.ts";
import type { Gate, ReleaseDocument } from "../document/model.ts";
import { isPlaceholder } from "../document/values/placeholder.ts";
import type { Assessment } from "../service.ts";
import { verdictTitle } from "../verdict/judge.ts";
import type { Checklist, ChecklistDocument, ChecklistGate, ProtocolPosition } from "./protocol.ts";

/** An assessment as a list of documents shows it. */
export function checklistDocument(
  { document, stage, verdict, gates }: Assessment,
  uri: string,
  revision: string,
): ChecklistDocument {
  const { title, facts } = document;
  const filled = (text: { readonly value: string } | undefined): text is { readonly value: string } =>
    text !== undefined && text.value.trim() !== "" && !isPlaceholder(text.value);
  return {
    uri,
    revision,
    kind: document.kind,
    ...(filled(title) ? { title: title.value } : {}),
    ...(filled(facts.version) ? { version: facts.version.value } : {}),
    owners: facts.owners.filter(filled).map(({ value }) => value),
    template: document.template,
    stage: stage.stage,
    stageSource: stage.source,
    verdict: verdict.verdict,
    verdictTitle: verdictTitle(verdict.verdict, stage.stage),
    blockers: verdict.blockers.length,
    gates,
  };
}

/** An assessment with its gates. */
export function checklist(assessment: Assessment, uri: string, revision: string): Checklist {
  const { document, due } = assessment;
  const lines = createLineIndex(document.text);
  const position = (offset: number): ProtocolPosition => lines.position(offset);
  return {
    document: checklistDocument(assessment, uri, revision),
    gates: document.gates.map((gate) => checklistGate(document, gate, due.has(gate.id), position)),
  };
}

function checklistGate(
  document: ReleaseDocument,
  gate: Gate,
  due: boolean,
  position: (offset: number) => ProtocolPosition,
): ChecklistGate {
  const { start, end } = document.span(gate.box);
  const { id, text, state, form, phase, critical, required, owner, by, when, reason, parent, waiverIncomplete } = gate;
  return {
    id,
    text,
    state,
    form,
    phase,
    due,
    critical,
    required,
    range: { start: position(start), end: position(end) },
    ...given("owner", owner),
    ...given("by", by),
    ...given("when", when),
    ...given("reason", reason),
    ...given("parent", parent),
    ...(waiverIncomplete === true ? { waiverIncomplete } : {}),
    ...(form === "choice" ? { options: optionWords(document, gate) } : {}),
  };
}

const given = (name: "owner" | "by" | "when" | "reason" | "parent", value: string | undefined) =>
  value === undefined || value === "" ? {} : { [name]: value };

function optionWords(document: ReleaseDocument, gate: Gate): readonly string[] {
  const { start, end } = document.span(gate.at);
  const source = document.text.slice(start, end);
  return optionsOf(source, findBoxes(source)).map(({ words }) => words);
}
