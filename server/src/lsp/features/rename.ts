import { ErrorCodes, ResponseError, type TextDocumentEdit, type WorkspaceEdit } from "vscode-languageserver";
import type { LinePosition } from "../../engine/index.ts";
import { type FeatureContext, rename } from "../../language/index.ts";
import { Superseded } from "../cancelled.ts";
import type { Session } from "../session.ts";

/** Answers `textDocument/rename`: edits of the versions that were looked at, in every document of the release. */
export async function renameEdits(
  session: Session,
  context: FeatureContext,
  position: LinePosition,
  newName: string,
): Promise<WorkspaceEdit> {
  const known = [context.assessment.document, ...(await context.others()).map(({ document }) => document)];
  const edit = await rename(context, position, newName);
  if ("refused" in edit) throw new ResponseError(ErrorCodes.InvalidParams, edit.refused);
  const changes = Object.entries(edit.changes ?? {});
  for (const [uri] of changes) {
    const open = session.documents.get(uri);
    const looked = known.find((document) => document.uri === uri);
    if (open !== undefined && looked !== undefined && open.getText() !== looked.text) throw new Superseded();
  }
  if (!session.support.versionedEdits) return edit;
  return {
    documentChanges: changes.map(
      ([uri, edits]): TextDocumentEdit => ({
        textDocument: { uri, version: session.documents.get(uri)?.version ?? null },
        edits,
      }),
    ),
  };
}
