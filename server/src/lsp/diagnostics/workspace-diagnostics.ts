import type {
  CancellationToken,
  Diagnostic,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { requestCancelled, Superseded } from "../cancelled.ts";
import { describeError } from "../describe-error.ts";
import type { Session } from "../session.ts";
import { openDiagnostics, resultIdOf } from "./pull-diagnostics.ts";

type Reporter = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

const nothingFound = resultIdOf([]);

/**
 * Answers `workspace/diagnostic`. With partial results the request stays open for as long as the client wants it: each
 * report that differs from what the client knows is sent when it is known. Without, it is answered at the first difference.
 */
export async function workspaceDiagnostics(
  session: Session,
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
  reporter: Reporter | undefined,
): Promise<WorkspaceDiagnosticReport> {
  const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
  while (!token.isCancellationRequested) {
    const { revision } = session.signal;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for await (const report of differences(session, known, token)) {
      if (reporter === undefined) items.push(report);
      else reporter.report({ items: [report] });
    }
    if (items.length > 0 && !token.isCancellationRequested) return { items };
    await session.signal.changedSince(revision, token);
  }
  throw requestCancelled();
}

/** The reports that differ from those that the client knows; `known` is brought up to date. */
async function* differences(
  session: Session,
  known: Map<string, string>,
  token: CancellationToken,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
  const indexed = await session.index.list();
  for (const uri of new Set([...indexed, ...session.documents.keys(), ...known.keys()])) {
    if (token.isCancellationRequested) return;
    const diagnostics = await currentDiagnostics(session, uri, indexed.includes(uri), token);
    if (diagnostics === undefined) continue;
    const resultId = resultIdOf(diagnostics);
    if (resultId === (known.get(uri) ?? nothingFound)) continue;
    known.set(uri, resultId);
    const version = session.documents.get(uri)?.version ?? null;
    yield { kind: "full", uri, version, resultId, items: [...diagnostics] };
  }
}

/** `undefined` when there is nothing true to say now: the document is being edited, or its reading failed. */
async function currentDiagnostics(
  session: Session,
  uri: string,
  isIndexed: boolean,
  token: CancellationToken,
): Promise<readonly Diagnostic[] | undefined> {
  try {
    const document = session.documents.get(uri);
    if (document !== undefined) return await openDiagnostics(session, document, token);
    const diagnostics = isIndexed ? await session.index.diagnostics(uri, token) : [];
    return session.documents.get(uri) === undefined ? diagnostics : undefined;
  } catch (error) {
    if (!(error instanceof Superseded) && !token.isCancellationRequested) {
      session.connection.console.error(`${uri} could not be judged: ${describeError(error)}`);
    }
    return undefined;
  }
}
