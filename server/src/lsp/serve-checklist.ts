import { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Assessment } from "../service.ts";
import { requestCancelled, Superseded } from "./cancelled.ts";
import { checklist, checklistDocument } from "./checklist.ts";
import {
  type Checklist,
  type ChecklistDocument,
  type ChecklistParams,
  checklistMethod,
  checklistsChangedMethod,
  checklistsMethod,
} from "./protocol.ts";
import type { Session } from "./session.ts";

/** Answers what a checklist shows, and says when documents that are not open change. */
export function serveChecklist(session: Session): void {
  let announcing = false;
  session.connection.onRequest(checklistsMethod, (_params: object, token: CancellationToken) => {
    if (!announcing) announce(session).catch(() => undefined);
    announcing = true;
    return checklists(session, token);
  });
  session.connection.onRequest(checklistMethod, ({ uri }: ChecklistParams, token: CancellationToken) =>
    oneChecklist(session, uri, token),
  );
}

/** Until the connection ends. What changes meanwhile is said once. */
async function announce({ signal, connection }: Session): Promise<void> {
  for (;;) {
    const { revision } = signal;
    await signal.changedSince(revision, CancellationToken.None);
    await connection.sendNotification(checklistsChangedMethod);
  }
}

async function checklists(session: Session, token: CancellationToken): Promise<readonly ChecklistDocument[]> {
  const { documents, index } = session;
  const uris = new Set([...documents.keys(), ...(await index.list())]);
  const found: ChecklistDocument[] = [];
  for (const uri of [...uris].sort()) {
    if (token.isCancellationRequested) throw requestCancelled();
    const document = documents.get(uri);
    const entry = document === undefined ? await index.checklist(uri, token) : await openOne(session, document, token);
    if (entry !== undefined) found.push(entry);
  }
  return found;
}

async function openOne(
  session: Session,
  document: TextDocument,
  token: CancellationToken,
): Promise<ChecklistDocument | undefined> {
  const assessment = await settled(session, document, token);
  return assessment && checklistDocument(assessment, document.uri);
}

async function oneChecklist(session: Session, uri: string, token: CancellationToken): Promise<Checklist | null> {
  const document = session.documents.get(uri);
  if (document !== undefined) {
    const assessment = await settled(session, document, token);
    return assessment === undefined ? null : checklist(assessment, uri);
  }
  const assessment = await session.index.assess(uri, token);
  return assessment === undefined ? null : checklist(assessment, uri);
}

/** The assessment of an open document once it stands still. */
export async function settled(
  { assessments }: Pick<Session, "assessments">,
  document: TextDocument,
  token: CancellationToken,
): Promise<Assessment | undefined> {
  for (;;) {
    try {
      return await assessments.of(document, token);
    } catch (error) {
      if (!(error instanceof Superseded)) throw error;
    }
  }
}
