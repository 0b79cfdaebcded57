import { describe, expect, it } from "vitest";
import { LatestOnly } from "../../../client/src/preview/latest-only.ts";

describe("work of which only the latest counts", () => {
  it("runs one at a time, and once more for all who asked meanwhile", async () => {
    const starts: number[] = [];
    const ends: (() => void)[] = [];
    let state = 0;
    const work = new LatestOnly(() => {
      starts.push(state);
      return new Promise((resolve) => ends.push(resolve));
    });
    for (state = 1; state <= 4; state++) work.request();
    expect(starts).toEqual([1]);
    expect(work.running).toBe(true);
    ends.shift()?.();
    await turn();
    expect(starts).toEqual([1, 5]);
    ends.shift()?.();
    await turn();
    expect(starts).toEqual([1, 5]);
    expect(work.running).toBe(false);
    work.request();
    expect(starts).toEqual([1, 5, 5]);
  });
});

/** Lets what waits for a promise go on. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
