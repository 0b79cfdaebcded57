import { CancellationToken } from "vscode-languageserver";
import { contentModified, requestCancelled } from "../cancelled.ts";
import { currentAssessment } from "../current-assessment.ts";
import {
  type Checklist,
  type ChecklistDocument,
  type ChecklistParams,
  checklistRequest,
  checklistsChangedNotification,
  checklistsRequest,
} from "../protocol.ts";
import { answer } from "../requests/answer.ts";
import type { Session } from "../session.ts";
import { checklist, checklistDocument } from "./checklist.ts";

/** Answers what a checklist shows, and says when documents that are not open change. */
export function serveChecklist(session: Session): void {
  let announcing = false;
  checklistsRequest.answer(session.connection, (_params: object, token: CancellationToken) => {
    if (!announcing) announce(session).catch(() => undefined);
    announcing = true;
    return answer(session.connection, token, contentModified, () => checklists(session, token));
  });
  checklistRequest.answer(session.connection, ({ uri }: ChecklistParams, token: CancellationToken) =>
    answer(session.connection, token, contentModified, () => oneChecklist(session, uri, token)),
  );
}

/** Until the connection ends. What changes meanwhile is said once. */
async function announce({ signal, connection }: Session): Promise<void> {
  for (;;) {
    const { revision } = signal;
    await signal.changedSince(revision, CancellationToken.None);
    await checklistsChangedNotification.send(connection, undefined);
  }
}

async function checklists(session: Session, token: CancellationToken): Promise<readonly ChecklistDocument[]> {
  const { documents, index } = session;
  const uris = new Set([...documents.keys(), ...(await index.list())]);
  const found: ChecklistDocument[] = [];
  for (const uri of [...uris].sort()) {
    if (token.isCancellationRequested) throw requestCancelled();
    const isOpen = documents.get(uri) !== undefined;
    const entry = isOpen ? await openOne(session, uri, token) : await index.checklist(uri, token);
    if (entry !== undefined) found.push(entry);
  }
  return found;
}

async function openOne(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<ChecklistDocument | undefined> {
  const assessment = await currentAssessment(session, uri, token);
  return assessment && checklistDocument(assessment, uri);
}

async function oneChecklist(session: Session, uri: string, token: CancellationToken): Promise<Checklist | null> {
  const assessment = await currentAssessment(session, uri, token);
  return assessment === undefined ? null : checklist(assessment, uri);
}
