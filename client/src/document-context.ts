import { commands, type Disposable, Uri, workspace } from "vscode";
import type { AssessmentParams } from "../../server/src/lsp/protocol.ts";

/** What menus ask: `resource in releaseDocs.documents`. */
const contextKey = "releaseDocs.documents";

/**
 * Tells the menus which open documents are ours, by the server's word. A list, not a word about the active editor: each group of
 * editors asks for the document that it shows itself.
 */
export class DocumentContext implements Disposable {
  readonly #documents = new Map<string, Uri>();
  readonly #listener = workspace.onDidCloseTextDocument(({ uri }) => this.#remove(uri.toString()));

  /** Takes in what the server says of a document. */
  accept({ uri, assessment }: AssessmentParams): void {
    if (assessment === null) this.#remove(uri);
    else if (!this.#documents.has(uri)) {
      this.#documents.set(uri, Uri.parse(uri));
      this.#tell();
    }
  }

  /** Forgets all documents: the server is gone. */
  clear(): void {
    this.#documents.clear();
    this.#tell();
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #remove(uri: string): void {
    if (this.#documents.delete(uri)) this.#tell();
  }

  /** As URIs, not as texts: on a remote machine the editor knows them by other names. */
  #tell(): void {
    commands.executeCommand("setContext", contextKey, [...this.#documents.values()]).then(undefined, () => undefined);
  }
}
