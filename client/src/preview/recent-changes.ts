import { type Disposable, type TextDocument, workspace } from "vscode";
import type { MadeChange } from "./rebase-edits.ts";

/** The changes of a document, from now on. */
export class RecentChanges implements Disposable {
  readonly #first: number;
  readonly #made: { readonly version: number; readonly changes: readonly MadeChange[] }[] = [];
  readonly #listeners = new Set<(changes: readonly MadeChange[]) => void>();
  readonly #subscription: Disposable;

  constructor(document: TextDocument) {
    this.#first = document.version;
    this.#subscription = workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed !== document || contentChanges.length === 0) return;
      this.#made.push({ version: changed.version, changes: contentChanges });
      for (const listener of this.#listeners) listener(contentChanges);
    });
  }

  /** Those after a version; `undefined` when some of them were before the first that is known. */
  since(version: number): readonly MadeChange[] | undefined {
    if (version < this.#first) return undefined;
    return this.#made.filter((made) => made.version > version).flatMap(({ changes }) => changes);
  }

  /** Calls the listener at each change from now on; answers how to stop that. */
  listen(listener: (changes: readonly MadeChange[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
