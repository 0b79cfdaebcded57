import {
  type Assessment,
  answersFor,
  contentId,
  createLineIndex,
  type Gate,
  isPlaceholder,
  type ReleaseDocument,
  verdictTitle,
} from "../../engine/index.ts";
import type { Checklist, ChecklistDocument, ChecklistGate, ProtocolPosition } from "../protocol.ts";

/** An assessment as a list of documents shows it. */
export function checklistDocument(assessment: Assessment, uri: string): ChecklistDocument {
  const { document, stage, verdict, gates } = assessment;
  const { title, facts } = document;
  const filled = (text: { readonly value: string } | undefined): text is { readonly value: string } =>
    text !== undefined && text.value.trim() !== "" && !isPlaceholder(text.value);
  return {
    uri,
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
    gatesId: gatesId(assessment),
  };
}

/** What a gate says, in short, for as long as it is the same gate: an edit leaves those alone that stand elsewhere. */
const wordIds = new WeakMap<Gate, string>();

/** The id of what the gates say: equal for gates that say the same, wherever they stand. */
export function gatesId({ document, due }: Assessment): string {
  let said = "";
  for (const gate of document.gates) said += due.has(gate.id) ? `${wordsId(document, gate)}!` : wordsId(document, gate);
  return contentId(said);
}

function wordsId(document: ReleaseDocument, gate: Gate): string {
  const known = wordIds.get(gate);
  if (known !== undefined) return known;
  const id = `${contentId(JSON.stringify(gateWords(document, gate, false)))} `;
  wordIds.set(gate, id);
  return id;
}

/** An assessment with its gates. */
export function checklist(assessment: Assessment, uri: string): Checklist {
  const { document, due } = assessment;
  const lines = createLineIndex(document.text);
  const position = (offset: number): ProtocolPosition => lines.position(offset);
  return {
    document: checklistDocument(assessment, uri),
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
  return { ...gateWords(document, gate, due), range: { start: position(start), end: position(end) } };
}

/** A gate without its place. */
function gateWords(document: ReleaseDocument, gate: Gate, due: boolean): Omit<ChecklistGate, "range"> {
  const {
    id,
    text,
    state,
    form,
    phase,
    critical,
    required,
    owner,
    by,
    when,
    reason,
    parent,
    waiverIncomplete,
    options,
  } = gate;
  return {
    id,
    text,
    state,
    form,
    phase,
    due,
    critical,
    required,
    ...given("owner", owner),
    ...given("by", by),
    ...given("when", when),
    ...given("reason", reason),
    ...given("section", sectionTitle(document, gate)),
    ...given("parent", parent),
    ...(waiverIncomplete === true ? { waiverIncomplete } : {}),
    ...(options === undefined ? {} : { options: options.map(({ words }) => words) }),
    answers: answersFor(gate),
  };
}

const given = (name: "owner" | "by" | "when" | "reason" | "section" | "parent", value: string | undefined) =>
  value === undefined || value === "" ? {} : { [name]: value };

const sectionTitle = ({ phases }: ReleaseDocument, { section, rolloutPhase }: Gate): string | undefined =>
  section?.title ?? (rolloutPhase === undefined ? undefined : phases[rolloutPhase]?.name.value);
