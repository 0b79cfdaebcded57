import type { CancellationToken } from "vscode-languageserver";
import { append } from "../../engine/index.ts";
import { type NamedPlace, namedPlaces, outline } from "../../language/index.ts";
import { requestCancelled, Superseded } from "../cancelled.ts";
import type { Session } from "../session.ts";

/** What can be found by name in the workspace: in open documents as they stand, in closed ones as they are stored. */
export async function workspacePlaces(session: Session, token: CancellationToken): Promise<readonly NamedPlace[]> {
  const { documents, index } = session;
  const places: NamedPlace[] = [];
  for (const uri of new Set([...documents.keys(), ...(await index.list())])) {
    if (token.isCancellationRequested) throw requestCancelled();
    append(
      places,
      documents.get(uri) === undefined ? await index.places(uri, token) : await openPlaces(session, uri, token),
    );
  }
  return places;
}

async function openPlaces(session: Session, uri: string, token: CancellationToken): Promise<readonly NamedPlace[]> {
  const document = session.documents.get(uri);
  try {
    const context = document && (await session.contexts.of(document, token));
    return context === undefined ? [] : namedPlaces(context.assessment, outline(context));
  } catch (error) {
    if (error instanceof Superseded) return [];
    throw error;
  }
}
