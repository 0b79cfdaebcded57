import { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Assessment } from "../../engine/service.ts";
import type { FeatureContext, KnownDocument } from "../../language/feature.ts";
import { createLineIndex, type LineIndex } from "../../text/line-index.ts";
import { Superseded } from "../cancelled.ts";
import type { Session } from "../session.ts";

const mostSiblings = 500;
/** The nearest documents are known; a release does not span more. */
const mostOthers = 200;

/** What the features of one version of a document share. */
interface Shared {
  readonly lines: LineIndex;
  /** What is known of the workspace, for as long as nothing in it changes. */
  others?: { readonly revision: number; readonly known: Promise<readonly KnownDocument[]> };
  siblings?: Promise<readonly string[]>;
}

/** The surroundings that features see, made once for a version of a document, however many features ask. */
export class FeatureContexts {
  readonly #shared = new WeakMap<Assessment, Shared>();

  /** The context of a document as it stands; `undefined` when it is not ours. Rejects as `Assessments.of` does. */
  async of(session: Session, document: TextDocument, token: CancellationToken): Promise<FeatureContext | undefined> {
    const assessment = await session.assessments.of(document, token);
    if (assessment === undefined) return undefined;
    const shared = this.#sharedBy(assessment);
    return {
      assessment,
      lines: shared.lines,
      languageId: document.languageId,
      rules: session.service.rules,
      today: session.today(),
      token,
      files: session.files,
      others: () => {
        const { revision } = session.signal;
        if (shared.others?.revision !== revision) {
          shared.others = { revision, known: othersOf(session, document.uri) };
          shared.others.known.catch(() => delete shared.others);
        }
        return shared.others.known;
      },
      siblings: () => {
        shared.siblings ??= session.files.find(belowFolder(document.uri)).then((uris) => uris.slice(0, mostSiblings));
        return shared.siblings;
      },
    };
  }

  /** What is shared by all who look at this assessment. */
  linesOf(assessment: Assessment): LineIndex {
    return this.#sharedBy(assessment).lines;
  }

  #sharedBy(assessment: Assessment): Shared {
    let shared = this.#shared.get(assessment);
    if (shared === undefined) {
      shared = { lines: createLineIndex(assessment.document.text) };
      this.#shared.set(assessment, shared);
    }
    return shared;
  }
}

const belowFolder = (uri: string) => ({
  base: uri.slice(0, uri.lastIndexOf("/")),
  include: ["**/*"],
  exclude: ["**/node_modules/**", "**/.git/**"],
});

/** The documents of the workspace besides one: open ones as they stand, closed ones as they are stored. Shared, so not to be
 * cancelled by one of those who ask. */
async function othersOf(session: Session, uri: string): Promise<readonly KnownDocument[]> {
  const open = session.documents.keys();
  const uris = new Set([...open, ...(await session.index.list())]);
  uris.delete(uri);
  const nearest = [...uris].sort((a, b) => nearness(b, uri) - nearness(a, uri)).slice(0, mostOthers);
  const known: KnownDocument[] = [];
  for (const other of nearest) {
    const found = await knownAt(session, other);
    if (found !== undefined) known.push(found);
  }
  return known;
}

async function knownAt(session: Session, uri: string): Promise<KnownDocument | undefined> {
  const document = session.documents.get(uri);
  if (document === undefined) return session.index.known(uri, CancellationToken.None);
  try {
    const assessment = await session.assessments.of(document, CancellationToken.None);
    return assessment && { document: assessment.document, lines: session.contexts.linesOf(assessment) };
  } catch (error) {
    if (error instanceof Superseded) return undefined;
    throw error;
  }
}

/** How many folders two URIs share. */
function nearness(a: string, b: string): number {
  const [one, two] = [a.split("/"), b.split("/")];
  const differs = one.findIndex((segment, index) => segment !== two[index]);
  return differs === -1 ? one.length : differs;
}
