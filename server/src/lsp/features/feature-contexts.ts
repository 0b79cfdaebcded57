import { CancellationToken, type TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Assessment, createLineIndex, type LineIndex, type ReleaseDocsService } from "../../engine/index.ts";
import type { FeatureContext, KnownDocument } from "../../language/index.ts";
import type { Assessments } from "../assessments.ts";
import { Superseded } from "../cancelled.ts";
import type { ChangeSignal } from "../diagnostics/change-signal.ts";
import type { ClientFiles } from "../workspace/client-files.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";

const mostSiblings = 500;
/** The nearest documents are known; a release does not span more. */
const mostOthers = 200;

/** What the surroundings of a document are made of, for one connection. */
export interface ContextSource {
  readonly documents: TextDocuments<TextDocument>;
  readonly files: ClientFiles;
  readonly service: ReleaseDocsService;
  readonly assessments: Assessments;
  readonly index: WorkspaceIndex;
  /** Told of each change that can change what is known of other documents. */
  readonly signal: ChangeSignal;
  /** `YYYY-MM-DD`, UTC. */
  today(): string;
}

/** What the features of one version of a document share. */
interface Shared {
  readonly lines: LineIndex;
  /** What is known of the workspace, for as long as nothing in it changes. */
  others?: { readonly revision: number; readonly known: Promise<readonly KnownDocument[]> };
  siblings?: Promise<readonly string[]>;
}

/** The surroundings that features see, made once for a version of a document, however many features ask. */
export class FeatureContexts {
  readonly #source: ContextSource;
  readonly #shared = new WeakMap<Assessment, Shared>();

  constructor(source: ContextSource) {
    this.#source = source;
  }

  /** The context of a document as it stands; `undefined` when it is not ours. Rejects as `Assessments.of` does. */
  async of(document: TextDocument, token: CancellationToken): Promise<FeatureContext | undefined> {
    const { service, assessments, files, signal } = this.#source;
    const assessment = await assessments.of(document, token);
    if (assessment === undefined) return undefined;
    const shared = this.#sharedBy(assessment);
    return {
      assessment,
      lines: shared.lines,
      languageId: document.languageId,
      rules: service.rules,
      today: this.#source.today(),
      token,
      files,
      others: () => {
        const { revision } = signal;
        if (shared.others?.revision !== revision) {
          shared.others = { revision, known: this.#othersOf(document.uri) };
          shared.others.known.catch(() => delete shared.others);
        }
        return shared.others.known;
      },
      siblings: () => {
        shared.siblings ??= files.find(belowFolder(document.uri)).then((uris) => uris.slice(0, mostSiblings));
        return shared.siblings;
      },
    };
  }

  /** The documents of the workspace besides one: open ones as they stand, closed ones as they are stored. Shared, so not to be
   * cancelled by one of those who ask. */
  async #othersOf(uri: string): Promise<readonly KnownDocument[]> {
    const open = this.#source.documents.keys();
    const uris = new Set([...open, ...(await this.#source.index.list())]);
    uris.delete(uri);
    const nearest = [...uris].sort((a, b) => nearness(b, uri) - nearness(a, uri)).slice(0, mostOthers);
    const known: KnownDocument[] = [];
    for (const other of nearest) {
      const found = await this.#knownAt(other);
      if (found !== undefined) known.push(found);
    }
    return known;
  }

  async #knownAt(uri: string): Promise<KnownDocument | undefined> {
    const document = this.#source.documents.get(uri);
    if (document === undefined) return this.#source.index.known(uri, CancellationToken.None);
    try {
      const assessment = await this.#source.assessments.of(document, CancellationToken.None);
      return assessment && { document: assessment.document, lines: this.#sharedBy(assessment).lines };
    } catch (error) {
      if (error instanceof Superseded) return undefined;
      throw error;
    }
  }

  /** What is shared by all who look at this assessment. */
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

/** How many folders two URIs share. */
function nearness(a: string, b: string): number {
  const [one, two] = [a.split("/"), b.split("/")];
  const differs = one.findIndex((segment, index) => segment !== two[index]);
  return differs === -1 ? one.length : differs;
}
