import type { CancellationToken } from "vscode-languageserver";
import type { Assessment } from "../engine/index.ts";
import { requestCancelled, Superseded } from "./cancelled.ts";
import type { Session } from "./session.ts";

/**
 * The assessment of a document as it is now: of an open one once it stands still, of a closed one as it is stored; `undefined`
 * when it is not ours. It is looked up anew each time it moved on, so that who waits never holds on to a document that was
 * closed. Rejects when the token says so.
 */
export async function currentAssessment(
  session: Pick<Session, "documents" | "assessments" | "index">,
  uri: string,
  token: CancellationToken,
): Promise<Assessment | undefined> {
  while (!token.isCancellationRequested) {
    const document = session.documents.get(uri);
    if (document === undefined) return session.index.assess(uri, token);
    try {
      return await session.assessments.of(document, token);
    } catch (error) {
      if (!(error instanceof Superseded)) throw error;
    }
  }
  throw requestCancelled();
}
