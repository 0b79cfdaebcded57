/**
 * Does a piece of work again and again, one at a time: whoever asks while it runs gets one more run at its end, so that the
 * last one always began after the last request.
 */
export class LatestOnly {
  readonly #work: () => Promise<void>;
  #running = false;
  #again = false;

  /** `work` must not reject. */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  get running(): boolean {
    return this.#running;
  }

  request(): void {
    if (this.#running) this.#again = true;
    else this.#run();
  }

  #run(): void {
    this.#running = true;
    this.#again = false;
    this.#work().finally(() => {
      this.#running = false;
      if (this.#again) this.#run();
    });
  }
}
