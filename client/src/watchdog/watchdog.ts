/** The time of a host, so that tests have their own. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Calls back once, after so many milliseconds. */
  after(milliseconds: number, callback: () => void): { dispose(): void };
}

/** How the server is watched, in milliseconds. */
export const watchdogTimes = {
  /** Between two looks. */
  every: 2000,
  /** A server that answers no ping for so long hangs. */
  limit: 10_000,
  /** A look that is late by more than this says that we stood still ourselves: the machine slept, or the editor was busy. */
  late: 1000,
} as const;

export interface WatchdogActions {
  /** Asks the server for an answer, any answer. */
  ping(): Promise<unknown>;
  /** The server hangs. It is not watched any more until `start`. */
  hung(): void;
}

interface Watch {
  timer?: { dispose(): void };
  /** When the ping was sent that has no answer yet; later, where the time since did not count. */
  waitsSince?: number;
}

/** Finds out when the server's event loop answers no more. It never judges by time in which it did not run itself. */
export class Watchdog {
  readonly #clock: Clock;
  readonly #actions: WatchdogActions;
  /** The watch that goes on; answers to pings of an earlier one are of another server. */
  #watch: Watch | undefined;

  constructor(clock: Clock, actions: WatchdogActions) {
    this.#clock = clock;
    this.#actions = actions;
  }

  /** Watches a server that has started. */
  start(): void {
    this.stop();
    this.#watch = {};
    this.#lookLater(this.#watch);
  }

  stop(): void {
    this.#watch?.timer?.dispose();
    this.#watch = undefined;
  }

  #lookLater(watch: Watch): void {
    const due = this.#clock.now() + watchdogTimes.every;
    watch.timer = this.#clock.after(watchdogTimes.every, () => {
      const now = this.#clock.now();
      const wasAway = now - due > watchdogTimes.late || now < due - watchdogTimes.late;
      if (watch.waitsSince === undefined) this.#ping(watch, now);
      else if (wasAway) watch.waitsSince = now;
      else if (now - watch.waitsSince >= watchdogTimes.limit) {
        this.stop();
        this.#actions.hung();
        return;
      }
      this.#lookLater(watch);
    });
  }

  #ping(watch: Watch, now: number): void {
    watch.waitsSince = now;
    // An error is an answer too.
    const answered = (): void => {
      delete watch.waitsSince;
    };
    this.#actions.ping().then(answered, answered);
  }
}
