/** How often a server may crash before it is left alone. */
export const restartLimit = { crashes: 4, minutes: 3 } as const;

/** Decides whether a server that crashed is started again: at most so many times in a stretch of time. */
export class RestartPolicy {
  readonly #now: () => number;
  #crashes: readonly number[] = [];

  /** `now` answers milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a crash; true when the server is to be started again. */
  mayRestart(): boolean {
    const now = this.#now();
    const since = now - restartLimit.minutes * 60_000;
    this.#crashes = [...this.#crashes.filter((crash) => crash > since), now];
    return this.#crashes.length <= restartLimit.crashes;
  }

  /** Forgets all crashes: a person asked for a restart. */
  reset(): void {
    this.#crashes = [];
  }
}
