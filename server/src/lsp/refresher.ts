import type { Connection } from "vscode-languageserver";

/** Asks the client to pull diagnostics again; requests that come while one is under way become one. */
export class Refresher {
  readonly #connection: Connection;
  #underway = false;
  #again = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  request(): void {
    if (this.#underway) {
      this.#again = true;
      return;
    }
    this.#underway = true;
    this.#run().catch((error) => this.#connection.console.debug(`The client did not refresh: ${String(error)}`));
  }

  async #run(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#connection.languages.diagnostics.refresh();
      } while (this.#again);
    } finally {
      this.#underway = false;
    }
  }
}
