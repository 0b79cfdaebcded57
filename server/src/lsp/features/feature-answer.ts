import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FeatureContext } from "../../language/index.ts";
import { contentModified, requestCancelled, Superseded } from "../cancelled.ts";
import { answer } from "../requests/answer.ts";
import type { Session } from "../session.ts";

/**
 * Answers a request about an open document: `nothing` when it is not ours; an error when the client gave up or the
 * document moved on meanwhile, so that no answer speaks of another text than the one that was asked about.
 */
export async function featureAnswer<Answer>(
  session: Session,
  uri: string,
  token: CancellationToken,
  nothing: Answer,
  work: (context: FeatureContext, document: TextDocument) => Answer | Promise<Answer>,
): Promise<Answer> {
  const document = session.documents.get(uri);
  if (document === undefined) return nothing;
  return answer(session.connection, token, contentModified, async () => {
    const { version } = document;
    const context = await session.contexts.of(document, token);
    if (context === undefined) return nothing;
    const result = await work(context, document);
    if (token.isCancellationRequested) throw requestCancelled();
    if (document.version !== version || session.documents.get(uri) !== document) throw new Superseded();
    return result;
  });
}
