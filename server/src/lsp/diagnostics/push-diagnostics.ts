import { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { Superseded } from "../cancelled.ts";
import { describeError } from "../describe-error.ts";
import type { Session } from "../session.ts";
import { openDiagnostics } from "./pull-diagnostics.ts";

/** Publishes diagnostics of open documents, for clients that cannot pull them. */
export class PushDiagnostics {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Judges the document and publishes what was found, unless it moves on meanwhile. */
  async publish(document: TextDocument): Promise<void> {
    const { connection } = this.#session;
    try {
      const diagnostics = await openDiagnostics(this.#session, document, CancellationToken.None);
      await connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [...diagnostics] });
    } catch (error) {
      if (!(error instanceof Superseded)) {
        connection.console.error(`${document.uri} could not be judged: ${describeError(error)}`);
      }
    }
  }

  async publishAll(): Promise<void> {
    for (const document of this.#session.documents.all()) await this.publish(document);
  }

  /** Takes back what was published of a document that was closed. */
  async clear(uri: string): Promise<void> {
    await this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}
