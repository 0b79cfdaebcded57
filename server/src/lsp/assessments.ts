import { type CancellationToken, CancellationTokenSource } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Assessment, ReleaseDocsService } from "../engine/index.ts";
import { requestCancelled, Superseded } from "./cancelled.ts";
import { formatOption } from "./features/format-option.ts";

interface Entry {
  readonly document: TextDocument;
  readonly version: number;
  readonly source: CancellationTokenSource;
  readonly result: Promise<Assessment | undefined>;
  settled: boolean;
  /** What it rests on has changed, or its document is closed: nobody is given it any more. */
  dropped: boolean;
}

/** Documents weigh many times as much as their texts: those that were asked for last keep theirs. */
const mostKept = 16;
/** While one waits for an answer about files another can be read; more would only lie about. */
const mostAtOnce = 4;

/** Hears of each assessment while it is still the current one. */
export type AssessmentListener = (document: TextDocument, assessment: Assessment | undefined) => void;

/** The assessments of open documents: one for a version, shared by all who ask. */
export class Assessments {
  readonly #service: ReleaseDocsService;
  readonly #isOpen: (document: TextDocument) => boolean;
  readonly #listeners: AssessmentListener[] = [];
  readonly #entries = new Map<string, Entry>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** `isOpen`: whether this very document is open, and not one that was closed and opened anew since. */
  constructor(service: ReleaseDocsService, isOpen: (document: TextDocument) => boolean) {
    this.#service = service;
    this.#isOpen = isOpen;
  }

  /** Calls the listener at each assessment from now on. */
  listen(listener: AssessmentListener): void {
    this.#listeners.push(listener);
  }

  /**
   * Judges the document as it stands; `undefined` when it is not ours. When this resolves, the document still has the
   * version that was judged. Rejects with `Superseded` when it moved on or is closed, and with `RequestCancelled` when the token
   * says so.
   */
  async of(document: TextDocument, token: CancellationToken): Promise<Assessment | undefined> {
    if (!this.#isOpen(document)) throw new Superseded();
    const entry = this.#current(document);
    try {
      const assessment = await entry.result;
      if (!token.isCancellationRequested && this.#holds(document, entry)) return assessment;
    } catch (error) {
      if (!token.isCancellationRequested && this.#holds(document, entry)) {
        if (this.#entries.get(document.uri) === entry) this.#entries.delete(document.uri);
        throw error;
      }
    }
    throw token.isCancellationRequested ? requestCancelled() : new Superseded();
  }

  /** Drops everything: what the assessments rest on has changed. */
  forget(): void {
    for (const uri of [...this.#entries.keys()]) this.#drop(uri);
  }

  /** Forgets a document that was closed. */
  close(uri: string): void {
    this.#drop(uri);
    this.#service.close(uri);
  }

  #current(document: TextDocument): Entry {
    const kept = this.#entries.get(document.uri);
    if (kept !== undefined && this.#holds(document, kept)) {
      this.#entries.delete(document.uri);
      this.#entries.set(document.uri, kept);
      return kept;
    }
    this.#drop(document.uri);
    const source = new CancellationTokenSource();
    const options = { token: source.token, ...formatOption(document) };
    const result = this.#inTurn(() => this.#service.assess(document.uri, document.getText(), options));
    const entry: Entry = { document, version: document.version, source, result, settled: false, dropped: false };
    this.#entries.set(document.uri, entry);
    this.#makeRoom();
    result.then(
      (assessment) => {
        this.#settle(entry);
        if (!this.#holds(document, entry)) return;
        for (const listener of this.#listeners) listener(document, assessment);
      },
      () => this.#settle(entry),
    );
    return entry;
  }

  /** Runs a few at once, in the order of asking. */
  async #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.#running >= mostAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }

  /** Whoever waits for this one gets it in the same turn; after that it may go. */
  #settle(entry: Entry): void {
    entry.settled = true;
    queueMicrotask(() => this.#makeRoom());
  }

  /** Lets go of what lies idle longest; what is being made stays. */
  #makeRoom(): void {
    for (const [uri, { settled }] of this.#entries) {
      if (this.#entries.size <= mostKept) return;
      if (settled) this.#entries.delete(uri);
    }
  }

  #holds(document: TextDocument, entry: Entry): boolean {
    return (
      !entry.dropped && document === entry.document && document.version === entry.version && this.#isOpen(document)
    );
  }

  #drop(uri: string): void {
    const entry = this.#entries.get(uri);
    if (entry === undefined) return;
    entry.dropped = true;
    entry.source.cancel();
    this.#entries.delete(uri);
  }
}
