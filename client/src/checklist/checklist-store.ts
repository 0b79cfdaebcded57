import type {
  AssessmentSummary,
  Checklist,
  ChecklistDocument,
  ChecklistGate,
} from "../../../server/src/lsp/protocol.ts";
import { LatestOnly } from "../preview/latest-only.ts";
import type { TreeSource } from "./checklist-tree.ts";

/** Where checklists come from. Both may reject; then what is known stays. */
export interface ChecklistServer {
  checklists(): Promise<readonly ChecklistDocument[]>;
  /** `null` for a document that is not ours. */
  checklist(uri: string): Promise<Checklist | null>;
}

/** What changed: some documents, or which documents there are. */
export type ChecklistChange = { readonly uris: readonly string[] } | "all";

/**
 * The release documents of the workspace and, of those that somebody looked at, the gates. Gates are asked for again when they
 * say something else, while somebody looks; that they only moved is noted, and found out when somebody wants their places.
 */
export class ChecklistStore implements TreeSource {
  readonly #server: ChecklistServer;
  readonly #changed: (change: ChecklistChange) => void;
  readonly #documents = new Map<string, ChecklistDocument>();
  /** As they were when they were asked for. */
  readonly #taken = new Map<string, Checklist>();
  /** Documents whose gates may stand elsewhere by now. */
  readonly #moved = new Set<string>();
  readonly #fetches = new Map<string, LatestOnly>();
  readonly #listing: LatestOnly;
  #watched = false;
  #listed = false;

  constructor(server: ChecklistServer, changed: (change: ChecklistChange) => void) {
    this.#server = server;
    this.#changed = changed;
    this.#listing = new LatestOnly(() => this.#list());
  }

  get documents(): readonly ChecklistDocument[] {
    return [...this.#documents.values()];
  }

  /** Whether the workspace was looked through. */
  get listed(): boolean {
    return this.#listed;
  }

  gates(uri: string): readonly ChecklistGate[] {
    return this.#taken.get(uri)?.gates ?? [];
  }

  /** Somebody looks at the gates, or nobody does. */
  setWatched(watched: boolean): void {
    this.#watched = watched;
    if (watched) for (const uri of this.#taken.keys()) if (this.#isStale(uri)) this.#fetch(uri);
  }

  /** Makes sure that the gates of a document are known. */
  async load(uri: string): Promise<void> {
    if (!this.#taken.has(uri)) await this.#take(uri, false);
  }

  /** Makes sure that the places of the gates are those of now. */
  async locate(uri: string): Promise<void> {
    if (this.#moved.has(uri)) await this.#take(uri, false);
  }

  /** Which documents there are may have changed. */
  refresh(): void {
    this.#listing.request();
  }

  /** A document may have changed without anybody saying so. */
  touch(uri: string): void {
    if (this.#documents.has(uri)) this.#fetch(uri);
    else this.refresh();
  }

  /** The server judged an open document; `null` when it is not ours. */
  accept(uri: string, summary: AssessmentSummary | null): void {
    if (this.#listing.running) this.refresh();
    const known = this.#documents.get(uri);
    if (summary === null) {
      if (known !== undefined) this.#forget([uri]);
      return;
    }
    if (known === undefined || known.template !== summary.template || known.kind !== summary.kind) {
      this.refresh();
      return;
    }
    const { declared: _, firstBlockers: __, ...document } = summary;
    this.#documents.set(uri, document);
    this.#moved.add(uri);
    if (this.#watched && this.#isStale(uri)) this.#fetch(uri);
    else if (!isSame(known, document)) this.#changed({ uris: [uri] });
  }

  /** Forgets all: the server is gone. */
  clear(): void {
    this.#documents.clear();
    this.#taken.clear();
    this.#moved.clear();
    this.#listed = false;
    this.#changed("all");
  }

  #forget(uris: readonly string[]): void {
    for (const uri of uris) {
      this.#documents.delete(uri);
      this.#taken.delete(uri);
      this.#moved.delete(uri);
      this.#fetches.delete(uri);
    }
    this.#changed("all");
  }

  async #list(): Promise<void> {
    let listed: readonly ChecklistDocument[];
    try {
      listed = await this.#server.checklists();
    } catch {
      return;
    }
    const before = new Map(this.#documents);
    this.#documents.clear();
    for (const document of listed) this.#documents.set(document.uri, document);
    const sameOnes = this.#listed && before.size === listed.length && listed.every(({ uri }) => before.has(uri));
    this.#listed = true;
    for (const uri of before.keys()) if (!this.#documents.has(uri)) this.#taken.delete(uri);
    for (const uri of this.#taken.keys()) {
      this.#moved.add(uri);
      if (this.#watched && this.#isStale(uri)) this.#fetch(uri);
    }
    const changed = listed.filter((document) => !isSame(before.get(document.uri), document)).map(({ uri }) => uri);
    if (!sameOnes) this.#changed("all");
    else if (changed.length > 0) this.#changed({ uris: changed });
  }

  #fetch(uri: string): void {
    let fetch = this.#fetches.get(uri);
    if (fetch === undefined) {
      fetch = new LatestOnly(() => this.#take(uri, true));
      this.#fetches.set(uri, fetch);
    }
    fetch.request();
  }

  async #take(uri: string, tell: boolean): Promise<void> {
    this.#moved.delete(uri);
    let taken: Checklist | null;
    try {
      taken = await this.#server.checklist(uri);
    } catch {
      this.#moved.add(uri);
      return;
    }
    const known = this.#documents.get(uri);
    if (taken === null || known === undefined) return;
    this.#documents.set(uri, taken.document);
    const before = this.#taken.get(uri);
    this.#taken.set(uri, taken);
    if (known.template !== taken.document.template) this.#changed("all");
    else if (!isSame(known, taken.document) || (tell && before?.document.gatesId !== taken.document.gatesId))
      this.#changed({ uris: [uri] });
  }

  /** The gates that are known say something else by now. */
  #isStale(uri: string): boolean {
    const taken = this.#taken.get(uri);
    return taken !== undefined && taken.document.gatesId !== this.#documents.get(uri)?.gatesId;
  }
}

const isSame = (one: ChecklistDocument | undefined, other: ChecklistDocument): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
