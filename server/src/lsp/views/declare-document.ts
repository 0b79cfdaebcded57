import type { CancellationToken } from "vscode-languageserver";
import { featureAnswer } from "../features/feature-answer.ts";
import { editOf } from "../features/workspace-edit.ts";
import type { Session } from "../session.ts";

/** Carries out the command behind *Declare this document*: the document says in its front matter what it is. */
export async function declareDocument(session: Session, uri: unknown, token: CancellationToken): Promise<null> {
  if (typeof uri !== "string") return null;
  const { connection, service, support } = session;
  const edit = await featureAnswer(session, uri, token, undefined, ({ assessment }, document) => {
    const changes = service.edit(assessment.document, { do: "declare" }) ?? [];
    return changes.length === 0 ? undefined : editOf(document, changes, support, false);
  });
  if (edit !== undefined) await connection.workspace.applyEdit({ label: "Declare this document", edit });
  return null;
}
