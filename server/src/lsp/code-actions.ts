import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Intention } from "../document/intention.ts";
import type { Span, TextChange } from "../document/place.ts";
import type { Assessment } from "../service.ts";
import { answer } from "./answer.ts";
import { contentModified } from "./cancelled.ts";
import type { Session } from "./session.ts";
import { rangeOf, toDiagnostics } from "./to-diagnostics.ts";

/** The kinds that are offered, most general first. */
export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];

/** Answers `textDocument/codeAction`: the fixes of the findings in the range, and the answers of the gate that it is in. */
export async function codeActions(
  session: Session,
  params: CodeActionParams,
  token: CancellationToken,
  versionedEdits: boolean,
): Promise<CodeAction[]> {
  const document = session.documents.get(params.textDocument.uri);
  if (document === undefined) return [];
  const assessment = await answer(session.connection, token, contentModified, () =>
    session.assessments.of(document, token),
  );
  if (assessment === undefined) return [];
  const span = { start: document.offsetAt(params.range.start), end: document.offsetAt(params.range.end) };
  const edit = (intention: Intention): WorkspaceEdit | undefined =>
    workspaceEdit(document, session.service.edit(assessment.document, intention), versionedEdits);
  const wanted = (kind: string): boolean =>
    params.context.only?.some((only) => only === "" || kind === only || kind.startsWith(`${only}.`)) ?? true;
  const fixes = wanted(CodeActionKind.QuickFix) ? quickFixes(document, assessment, span, edit) : [];
  const answers = wanted(CodeActionKind.RefactorRewrite) ? gateAnswers(assessment, span, edit) : [];
  return [...fixes, ...answers.filter((gateAnswer) => !fixes.some((fix) => fix.title === gateAnswer.title))];
}

type Edit = (intention: Intention) => WorkspaceEdit | undefined;

function quickFixes(document: TextDocument, assessment: Assessment, range: Span, edit: Edit): CodeAction[] {
  const diagnostics = toDiagnostics(document, assessment);
  return assessment.findings.flatMap((finding, index) => {
    const diagnostic = diagnostics[index];
    if (finding.fixes.length === 0 || !touches(assessment.document.span(finding.at), range)) return [];
    return finding.fixes.flatMap((fix) => {
      const change = edit(fix.intention);
      if (change === undefined) return [];
      return [action(fix.title, CodeActionKind.QuickFix, change, diagnostic, fix.certain)];
    });
  });
}

/** Check and reopen, for a gate that the cursor is in, whether or not it is due. */
function gateAnswers(assessment: Assessment, range: Span, edit: Edit): CodeAction[] {
  const { document } = assessment;
  const gate = document.gates.findLast((candidate) => touches(document.span(candidate.at), range));
  if (gate === undefined) return [];
  const state = gate.state === "open" ? "checked" : "open";
  const change = edit({ do: "answer-gate", gate: gate.id, state });
  if (change === undefined) return [];
  return [action(state === "checked" ? "Mark gate as checked" : "Reopen gate", CodeActionKind.RefactorRewrite, change)];
}

function action(
  title: string,
  kind: string,
  edit: WorkspaceEdit,
  diagnostic?: Diagnostic,
  isPreferred?: boolean,
): CodeAction {
  return {
    title,
    kind,
    edit,
    ...(diagnostic === undefined ? {} : { diagnostics: [diagnostic] }),
    ...(isPreferred === true ? { isPreferred } : {}),
  };
}

function touches(span: Span, range: Span): boolean {
  return span.start <= range.end && range.start <= span.end;
}

/** Changes as an edit of the version that they were made for; without versions for clients that know none. */
function workspaceEdit(
  document: TextDocument,
  changes: readonly TextChange[] | undefined,
  versioned: boolean,
): WorkspaceEdit | undefined {
  if (changes === undefined || changes.length === 0) return undefined;
  const edits = changes.map((change) => ({ range: rangeOf(document, change), newText: change.text }));
  if (!versioned) return { changes: { [document.uri]: edits } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] };
}
