import type { CancellationToken, CodeAction, CodeActionParams, Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Assessment, certainFix, fixAll, fixOf, type TextChange } from "../../engine/index.ts";
import {
  type FeatureContext,
  type FixAllRequest,
  fixAllKind,
  isFixAll,
  type ProposedAction,
  proposeActions,
} from "../../language/index.ts";
import { contentModified, Superseded } from "../cancelled.ts";
import { toDiagnostics } from "../diagnostics/to-diagnostics.ts";
import type { Session } from "../session.ts";
import { formatOption } from "./format-option.ts";
import { editOf } from "./workspace-edit.ts";

/** What a code action carries until its edit is asked for. */
interface ActionData extends FixAllRequest {
  readonly uri: string;
  readonly version: number;
}

/** Answers `textDocument/codeAction` for a document as it stands. */
export async function codeActions(
  session: Session,
  document: TextDocument,
  context: FeatureContext,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  const { service, settings } = session;
  const { assessment } = context;
  const only = params.context.only;
  const wanted = (kind: string): boolean =>
    only?.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
  const range = { start: document.offsetAt(params.range.start), end: document.offsetAt(params.range.end) };
  const proposed = proposeActions(
    {
      ...context,
      identity: settings.identity,
      edit: (intention) => service.edit(assessment.document, intention),
    },
    range,
    wanted,
  );
  const diagnostics = toDiagnostics(document, assessment);
  const actions = await Promise.all(
    proposed.map((action) => codeAction(session, document, assessment, diagnostics, action, context.token)),
  );
  return actions.filter((action) => action !== undefined);
}

async function codeAction(
  session: Session,
  document: TextDocument,
  assessment: Assessment,
  diagnostics: readonly Diagnostic[],
  { title, kind, finding, preferred, does }: ProposedAction,
  token: FeatureContext["token"],
): Promise<CodeAction | undefined> {
  const diagnostic = finding === undefined ? undefined : diagnostics[assessment.findings.indexOf(finding)];
  const action: CodeAction = {
    title,
    kind,
    ...(diagnostic === undefined ? {} : { diagnostics: [diagnostic] }),
    ...(preferred ? { isPreferred: true } : {}),
  };
  if (!isFixAll(does)) return { ...action, edit: editOf(document, does, session.support, true) };
  // Fix on save takes edits only, and is asked for on purpose.
  if (session.support.resolvesEdits && kind !== fixAllKind) {
    const data: ActionData = { uri: document.uri, version: document.version, ...does };
    return { ...action, data };
  }
  const changes = await changesOf(session, document, assessment, does, token);
  return changes.length === 0 ? undefined : { ...action, edit: editOf(document, changes, session.support, false) };
}

/** Answers `codeAction/resolve`: the edit of an action that fixes all findings of a kind. */
export async function resolveCodeAction(
  session: Session,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const data = actionData(action.data);
  const document = data === undefined ? undefined : session.documents.get(data.uri);
  if (data === undefined || document === undefined) return action;
  if (document.version !== data.version) throw contentModified();
  const assessment = await session.assessments.of(document, token);
  if (assessment === undefined) return action;
  const changes = await changesOf(session, document, assessment, data, token);
  return changes.length === 0 ? action : { ...action, edit: editOf(document, changes, session.support, false) };
}

async function changesOf(
  { service, documents }: Session,
  document: TextDocument,
  assessment: Assessment,
  { rule, title }: FixAllRequest,
  token: FeatureContext["token"],
): Promise<readonly TextChange[]> {
  const { version } = document;
  const choose = rule === undefined ? certainFix : fixOf(rule, title);
  const { changes } = await fixAll(assessment, choose, {
    edit: (read, intention) => service.edit(read, intention),
    assess: (text) => service.assess(document.uri, text, { token, ...formatOption(document) }),
  });
  if (document.version !== version || documents.get(document.uri) !== document) throw new Superseded();
  return changes;
}

function actionData(data: unknown): ActionData | undefined {
  const member = (name: string): unknown =>
    typeof data === "object" && data !== null ? Reflect.get(data, name) : undefined;
  const [uri, version, rule, title] = [member("uri"), member("version"), member("rule"), member("title")];
  if (typeof uri !== "string" || typeof version !== "number") return undefined;
  return {
    uri,
    version,
    ...(typeof rule === "string" ? { rule } : {}),
    ...(typeof title === "string" ? { title } : {}),
  };
}
