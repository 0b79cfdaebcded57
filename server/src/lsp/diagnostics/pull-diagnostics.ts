import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { contentId } from "../../engine/index.ts";
import { askAgain, requestCancelled, Superseded } from "../cancelled.ts";
import { answer } from "../requests/answer.ts";
import type { Session } from "../session.ts";
import { isConfigurationFile } from "../workspace/configuration-file.ts";
import { configurationDiagnostics, toDiagnostics } from "./to-diagnostics.ts";

/** The id of a report: equal for equal findings, whatever the version. */
export function resultIdOf(diagnostics: readonly Diagnostic[]): string {
  return contentId(JSON.stringify(diagnostics));
}

/**
 * The findings of an open document as it stands. When this resolves, the document still has the version that was judged.
 * Rejects with `Superseded` or `RequestCancelled` otherwise.
 */
export async function openDiagnostics(
  session: Session,
  document: TextDocument,
  token: CancellationToken,
): Promise<readonly Diagnostic[]> {
  const assessment = await session.assessments.of(document, token);
  if (assessment !== undefined || !isConfigurationFile(document.uri)) return toDiagnostics(document, assessment);
  const { version } = document;
  const configuration = await session.service.configurationFor(document.uri);
  if (token.isCancellationRequested) throw requestCancelled();
  if (session.documents.get(document.uri)?.version !== version) throw new Superseded();
  return configurationDiagnostics(document, configuration);
}

/**
 * Answers `textDocument/diagnostic`: of an open document as it stands, of a closed one that is indexed as it is stored.
 * A client whose request was overtaken is told to ask again, so that it keeps what it shows until then.
 */
export async function pullDiagnostics(
  session: Session,
  { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const diagnostics = await answer(session.connection, token, askAgain, () => {
    const document = session.documents.get(uri);
    return document === undefined ? indexedDiagnostics(session, uri, token) : openDiagnostics(session, document, token);
  });
  const resultId = resultIdOf(diagnostics);
  if (resultId === previousResultId) return { kind: "unchanged", resultId };
  return { kind: "full", resultId, items: [...diagnostics] };
}

async function indexedDiagnostics(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<readonly Diagnostic[]> {
  const indexed = await session.index.list();
  return indexed.includes(uri) ? session.index.diagnostics(uri, token) : [];
}
