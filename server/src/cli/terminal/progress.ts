import { performance } from "node:perf_hooks";
import type { Arguments } from "./arguments.ts";
import type { Io } from "./io.ts";

/** Runs that are over sooner say nothing of their progress, in milliseconds. */
const patience = 700;
/** The line is not written more often than this, in milliseconds. */
const pause = 80;
const eraseLine = "\r\u001B[K";

/** Tells on a terminal how far a long run is; silent elsewhere, and with `--quiet`. */
export class Progress {
  readonly #io: Io;
  readonly #shown: boolean;
  readonly #clock: () => number;
  readonly #start: number;
  #last = 0;
  #done = 0;

  constructor(io: Io, given: Arguments, clock: () => number = () => performance.now()) {
    this.#io = io;
    this.#shown = io.stderr.isTerminal && !given.flag("quiet") && io.environment.TERM !== "dumb" && !io.environment.CI;
    this.#clock = clock;
    this.#start = clock();
  }

  /** One more of `total` is done. */
  step(total: number): void {
    this.#done++;
    if (!this.#shown) return;
    const now = this.#clock();
    if (now - this.#start < patience || now - this.#last < pause) return;
    this.#last = now;
    this.#io.stderr.write(`${eraseLine}${this.#done} of ${total} files`);
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (this.#last === 0) return;
    this.#last = 0;
    this.#io.stderr.write(eraseLine);
  }
}
