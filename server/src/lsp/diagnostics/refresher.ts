import type { Connection } from "vscode-languageserver";

/** Asks the client for something again, diagnostics say; requests that come while one is under way become one. */
export class Refresher {
  readonly #connection: Connection;
  readonly #ask: () => Promise<void>;
  #underway = false;
  #again = false;

  /** `ask` sends the request. */
  constructor(connection: Connection, ask: () => Promise<void>) {
    this.#connection = connection;
    this.#ask = ask;
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
        await this.#ask();
      } while (this.#again);
    } finally {
      this.#underway = false;
    }
  }
}
