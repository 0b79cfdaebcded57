import { Piscina } from "piscina";
import { UsageError } from "../terminal/usage-error.ts";
import type { Answer, Batch, Setup } from "./batch.ts";
import type { Input } from "./input.ts";
import type { Judged } from "./judge-one.ts";
import type { Work } from "./work.ts";

/** The next batch of a worker waits with it, so that it need not wait for this thread. */
const batchesPerWorker = 2;

/**
 * The largest that young objects of one thread may become together. Node's own limit is twice that; what a reading leaves behind
 * is garbage at once, so that a smaller one costs no time and halves what the whole command holds.
 */
const youngMegabytes = 24;

/** Worker threads that judge inputs. */
export class Crew {
  readonly #pool: Piscina<Batch, readonly Answer[]>;
  readonly #setup: Setup;
  #broken: Error | undefined;

  /** @param script The program whose `judge` answers batches. */
  constructor(script: string, size: number, setup: Setup) {
    this.#setup = setup;
    this.#pool = new Piscina({
      filename: script,
      name: "judge",
      minThreads: size,
      maxThreads: size,
      concurrentTasksPerWorker: batchesPerWorker,
      recordTiming: false,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    // A thread that fails with nothing to do fails for those that will wait for it.
    this.#pool.on("error", (error: Error) => {
      this.#broken ??= error;
      void this.dismiss();
    });
  }

  /**
   * Has inputs judged by one thread, one after the other.
   *
   * @returns for each input what it was judged to be, or why that failed. Rejects when the thread itself failed.
   */
  async judge<Told>(inputs: readonly Input[], work: Work<Told>): Promise<readonly (Judged<Told> | Error)[]> {
    try {
      if (this.#broken !== undefined) throw this.#broken;
      const answers = await this.#pool.run({ setup: this.#setup, inputs });
      return answers.map((answer) => judgedBy(answer, work));
    } catch (error) {
      const cause = this.#broken ?? error;
      throw new Error(`a thread ended: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }

  /** Ends the threads. */
  async dismiss(): Promise<void> {
    await this.#pool.destroy();
  }
}

function judgedBy<Told>(answer: Answer, work: Work<Told>): Judged<Told> | Error {
  if ("failure" in answer) {
    const { message, usage, stack } = answer.failure;
    return usage ? new UsageError(message) : Object.assign(new Error(message), { stack });
  }
  const { told, leftOut, lookedAt } = answer.judged;
  if (told !== undefined && !work.accepts(told)) return new Error("a thread answered something else");
  return {
    ...(told !== undefined && { told }),
    ...(leftOut !== undefined && { leftOut }),
    ...(lookedAt !== undefined && { lookedAt }),
  };
}
