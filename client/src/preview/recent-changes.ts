import { type Disposable, type TextDocument, workspace } from "vscode";
import type { MadeChange } from "./rebase-edits.ts";

/** The changes of a document, from now on. */
export class RecentChanges implements Disposable {
  readonly #first: number;
  readonly #changes: { readonly version: number; readonly change: MadeChange }[] = [];
  readonly #listener: Disposable;

  constructor(document: TextDocument) {
    this.#first = document.version;
    this.#listener = workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed !== document) return;
      for (const change of contentChanges) this.#changes.push({ version: changed.version, change });
    });
  }

  /** Those after a version; `undefined` when some of them were before the first that is known. */
  since(version: number): readonly MadeChange[] | undefined {
    if (version < this.#first) return undefined;
    return this.#changes.filter((made) => made.version > version).map(({ change }) => change);
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
