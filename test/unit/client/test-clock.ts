import type { Clock } from "../../../client/src/watchdog/watchdog.ts";

/** A clock that stands until it is moved. */
export class TestClock implements Clock {
  #now = 0;
  #timers: { at: number; callback: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, callback: () => void): { dispose(): void } {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.push(timer);
    const dispose = (): void => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
    return { dispose };
  }

  get waiting(): number {
    return this.#timers.length;
  }

  /** Moves on, calling each timer when it is due, and lets what follows from it happen. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await Promise.resolve();
      await Promise.resolve();
    }
    this.#now = end;
  }

  /** Stands still for a while, as a machine that sleeps: what is due meanwhile is called afterwards. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  #next(end: number): { at: number; callback: () => void } | undefined {
    const [next] = [...this.#timers].sort((a, b) => a.at - b.at);
    if (next === undefined || next.at > end) return undefined;
    this.#timers = this.#timers.filter((other) => other !== next);
    return next;
  }
}
