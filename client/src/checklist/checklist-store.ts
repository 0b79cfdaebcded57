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
 * The release documents of the workspace and, of those that somebody looked at, the gates. While nobody looks, gates are not
 * asked for again, only noted as stale.
 */
export class ChecklistStore implements TreeSource {
  readonly #server: ChecklistServer;
  readonly #changed: (change: ChecklistChange) => void;
  readonly #documents = new Map<string, ChecklistDocument>();
  readonly #gates = new Map<string, readonly ChecklistGate[]>();
  readonly #stale = new Set<string>();
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
    return this.#gates.get(uri) ?? [];
  }

  /** Somebody looks at the gates, or nobody does. */
  setWatched(watched: boolean): void {
    this.#watched = watched;
    if (watched) for (const uri of this.#stale) this.#fetch(uri);
  }

  /** Makes sure that the gates of a document are known. */
  async load(uri: string): Promise<void> {
    if (!this.#gates.has(uri)) await this.#take(uri, false);
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
      this.#stale.add(uri);
      this.refresh();
      return;
    }
    const { stage, stageSource, verdict, verdictTitle, blockers, gates } = summary;
    this.#documents.set(uri, { ...known, stage, stageSource, verdict, verdictTitle, blockers: blockers.length, gates });
    this.#stale.add(uri);
    if (this.#watched && this.#gates.has(uri)) this.#fetch(uri);
    else this.#changed({ uris: [uri] });
  }

  /** Forgets all: the server is gone. */
  clear(): void {
    this.#documents.clear();
    this.#gates.clear();
    this.#stale.clear();
    this.#listed = false;
    this.#changed("all");
  }

  #forget(uris: readonly string[]): void {
    for (const uri of uris) {
      this.#documents.delete(uri);
      this.#gates.delete(uri);
      this.#stale.delete(uri);
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
    for (const uri of before.keys()) if (!this.#documents.has(uri)) this.#gates.delete(uri);
    const changed = listed.filter(({ uri, revision }) => before.get(uri)?.revision !== revision).map(({ uri }) => uri);
    for (const uri of changed) {
      if (!this.#gates.has(uri)) continue;
      this.#stale.add(uri);
      if (this.#watched) this.#fetch(uri);
    }
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
    this.#stale.delete(uri);
    let taken: Checklist | null;
    try {
      taken = await this.#server.checklist(uri);
    } catch {
      this.#stale.add(uri);
      return;
    }
    const known = this.#documents.get(uri);
    if (taken === null || known === undefined) return;
    this.#documents.set(uri, taken.document);
    this.#gates.set(uri, taken.gates);
    if (known.template !== taken.document.template) this.#changed("all");
    else if (tell || known.revision !== taken.document.revision) this.#changed({ uris: [uri] });
  }
}
