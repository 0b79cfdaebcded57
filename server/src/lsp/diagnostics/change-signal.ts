import type { CancellationToken } from "vscode-languageserver";

/** Counts changes of the workspace, and lets requests wait for the next one. */
export class ChangeSignal {
  #revision = 0;
  #wake = new Set<() => void>();

  /** Changes so far. */
  get revision(): number {
    return this.#revision;
  }

  changed(): void {
    this.#revision++;
    const waiting = this.#wake;
    this.#wake = new Set();
    for (const wake of waiting) wake();
  }

  /** Resolves once there is a change after `revision`, or the token is cancelled. */
  changedSince(revision: number, token: CancellationToken): Promise<void> {
    if (this.#revision > revision || token.isCancellationRequested) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        listener.dispose();
        this.#wake.delete(wake);
        resolve();
      };
      const listener = token.onCancellationRequested(wake);
      this.#wake.add(wake);
    });
  }
}
