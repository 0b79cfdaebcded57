import { CodeActionKind } from "vscode-languageserver-types";
import type { Intention } from "../document/intention.ts";
import type { Gate } from "../document/model.ts";
import { fixOf } from "../engine/fix-all.ts";
import { dateFixes } from "../rules/date-fixes.ts";
import type { Finding } from "../rules/rule.ts";
import { append } from "../text/append.ts";
import type { Span, TextChange } from "../text/place.ts";
import type { FeatureContext } from "./feature.ts";
import { gateAnswers } from "./gate-answers.ts";

/** All certain fixes of a document, for fix on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.releaseDocs`;

/** Consecutive numbers of headings, wherever the cursor is, also on save. */
export const renumberKind = `${CodeActionKind.Source}.renumberSections.releaseDocs`;

/** The kinds that are offered, most wanted first. */
export const codeActionKinds: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  fixAllKind,
  renumberKind,
];

export interface ActionContext extends FeatureContext {
  edit(intention: Intention): readonly TextChange[] | undefined;
  /** As the person at the keyboard is named in documents: `@alice`. */
  readonly identity?: string | undefined;
}

/** Something that can be done at a place. */
export interface ProposedAction {
  readonly title: string;
  readonly kind: string;
  /** The finding that it answers. */
  readonly finding?: Finding;
  /** The likeliest wish of the author. */
  readonly preferred: boolean;
  /** Changes of the text, not empty; or which fixes to make all over the document, which takes longer to find out. */
  readonly does: readonly TextChange[] | FixAllRequest;
}

/** Which findings to fix: all with a certain fix, or those of a rule, by fixes of one title or whatever they are called. */
export interface FixAllRequest {
  readonly rule?: string;
  readonly title?: string;
}

/** Whether an action means more than the place where it is offered. */
export const isFixAll = (does: ProposedAction["does"]): does is FixAllRequest => !Array.isArray(does);

/** A menu of more is of no use, and each of its lines is an edit that has to be made: who selects all wants all fixed. */
const mostAtOnce = 5;
const mostEdits = 40;

/** What stands around a gate is read again for each of its answers: of one in so long a text, an answer counts for more. */
const ordinaryPart = 5_000;

/** The same, which makes no more than so many edits: one line may hold a thousand boxes, each with its answers. */
function withFewEdits(context: ActionContext): ActionContext {
  let made = 0;
  const edit: ActionContext["edit"] = (intention) => {
    if (made >= mostEdits) return undefined;
    const gate = intention.do === "answer-gate" ? gateById(context, intention.gate) : undefined;
    made += 1 + Math.floor((gate?.at.part.text.length ?? 0) / ordinaryPart);
    return context.edit(intention);
  };
  return { ...context, edit };
}

/**
 * What can be done in a span of the document: fixes of its findings, each also for all findings of its kind; answers of the
 * gate that it is in; silencing a finding with a reason; declaring a document that is only recognised; dates that are
 * not written as YYYY-MM-DD; numbers of headings that are out of step. `wanted` tells which kinds are asked for.
 */
export function proposeActions(
  given: ActionContext,
  range: Span,
  wanted: (kind: string) => boolean,
): readonly ProposedAction[] {
  const context = withFewEdits(given);
  const { assessment } = context;
  const { document } = assessment;
  const here = assessment.findings.filter(({ at }) => touches(document.span(at), range)).slice(0, mostAtOnce);
  const actions: ProposedAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const fixes = here.flatMap((finding) => fixesOf(context, finding));
    append(actions, fixes);
    append(
      actions,
      here.flatMap((finding) => kindFixes(context, finding)),
    );
    append(actions, declaring(context, range));
    append(
      actions,
      here.flatMap((finding) => silencing(context, finding)),
    );
  }
  if (wanted(CodeActionKind.RefactorRewrite)) {
    append(actions, gateActions(context, range));
    append(actions, datesHere(context, range));
    append(actions, renumbering(context, range));
  }
  if (wanted(fixAllKind) && !wanted(CodeActionKind.QuickFix)) {
    actions.push({ title: "Fix all in this document", kind: fixAllKind, preferred: false, does: {} });
  }
  if (wanted(renumberKind) && !wanted(CodeActionKind.QuickFix)) {
    append(actions, action(context, renumberTitle, renumberKind, { do: "renumber-sections" }));
  }
  return distinct(actions);
}

function fixesOf(context: ActionContext, finding: Finding): readonly ProposedAction[] {
  const answered = finding.fixes.find(({ intention }) => intention.do === "answer-gate")?.intention;
  const gate = answered?.do === "answer-gate" ? gateById(context, answered.gate) : undefined;
  const others = finding.fixes.filter(({ intention }) => intention.do !== "answer-gate");
  const answers = gate === undefined ? [] : answersOf(context, gate);
  return [
    ...others.flatMap(({ title, intention, certain }) =>
      action(context, title, CodeActionKind.QuickFix, intention, finding, certain),
    ),
    ...answers.flatMap(({ title, intention }) => action(context, title, CodeActionKind.QuickFix, intention, finding)),
  ];
}

/** The same for all findings like this one, where there are more. */
function kindFixes({ assessment: { findings } }: ActionContext, finding: Finding): readonly ProposedAction[] {
  const alike = findings.filter(({ rule }) => rule === finding.rule);
  const offer = (title: string, does: FixAllRequest): ProposedAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    finding,
    preferred: false,
    does,
  });
  if (alike.length < 2) return [];
  const offers = finding.fixes.flatMap(({ title }) => {
    const count = alike.filter((other) => fixOf(finding.rule, title)(other) !== undefined).length;
    return count > 1 ? [offer(`${title} (all ${count} places)`, { rule: finding.rule, title })] : [];
  });
  const count = alike.filter((other) => fixOf(finding.rule, undefined)(other) !== undefined).length;
  if (offers.length > 0 || count < 2 || finding.fixes.length === 0) return offers;
  return [offer(`Fix all ${count} findings of ${finding.rule}`, { rule: finding.rule })];
}

function silencing(context: ActionContext, finding: Finding): readonly ProposedAction[] {
  if (finding.rule.startsWith("suppressions/")) return [];
  const { rule, at } = finding;
  const intention = { do: "suppress", at, rule, reason: "[Reason]" } as const;
  return action(context, `Silence ${rule} here, with a reason`, CodeActionKind.QuickFix, intention, finding);
}

/** The answers of the gate that the cursor is in, whether or not it is due. */
function gateActions(context: ActionContext, range: Span): readonly ProposedAction[] {
  const { document } = context.assessment;
  const gate = document.gates.findLast(({ at }) => touches(document.span(at), range));
  if (gate === undefined) return [];
  return answersOf(context, gate).flatMap(({ title, intention }) =>
    action(context, title, CodeActionKind.RefactorRewrite, intention),
  );
}

const answersOf = ({ identity, today }: ActionContext, gate: Gate) => gateAnswers(gate, { identity, today });

const gateById = ({ assessment }: ActionContext, id: string): Gate | undefined =>
  assessment.document.gates.find((gate) => gate.id === id);

/** At the title of a document that is recognised by it. */
function declaring(context: ActionContext, range: Span): readonly ProposedAction[] {
  const { document } = context.assessment;
  if (document.declared || document.title === undefined) return [];
  const { line } = context.lines.position(document.span(document.title.at).start);
  if (!touches(context.lines.line(line), range)) return [];
  return action(context, "Declare this document", CodeActionKind.QuickFix, { do: "declare" });
}

/** The dates that are not written as `YYYY-MM-DD`. */
function datesHere(context: ActionContext, range: Span): readonly ProposedAction[] {
  const { document } = context.assessment;
  return document.dates
    .filter(({ value }) => touches(document.span(value.at), range))
    .slice(0, mostAtOnce)
    .flatMap(({ value }) => dateFixes(value))
    .flatMap(({ title, intention }) => action(context, title, CodeActionKind.RefactorRewrite, intention));
}

const renumberTitle = "Renumber sections";

/** At a heading of a document whose numbers are out of step. */
function renumbering(context: ActionContext, range: Span): readonly ProposedAction[] {
  const { document } = context.assessment;
  const atHeading = document.sections.some(({ at }) => {
    const { line } = context.lines.position(document.span(at).start);
    return touches(context.lines.line(line), range);
  });
  if (document.format !== "markdown" || !atHeading) return [];
  return action(context, renumberTitle, CodeActionKind.RefactorRewrite, { do: "renumber-sections" });
}

function action(
  { edit }: ActionContext,
  title: string,
  kind: string,
  intention: Intention,
  finding?: Finding,
  preferred = false,
): readonly ProposedAction[] {
  const does = edit(intention);
  if (does === undefined || does.length === 0) return [];
  return [{ title, kind, preferred, does, ...(finding === undefined ? {} : { finding }) }];
}

/** What does the same under the same title is offered once. */
function distinct(actions: readonly ProposedAction[]): readonly ProposedAction[] {
  const seen = new Set<string>();
  return actions.filter(({ title, does }) => {
    const key = `${title} ${JSON.stringify(does)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const touches = (span: Span, range: Span): boolean => span.start <= range.end && range.start <= span.end;
