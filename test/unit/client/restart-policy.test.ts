import { describe, expect, it } from "vitest";
import { RestartPolicy } from "../../../client/src/restart-policy.ts";

const minute = 60_000;

describe("RestartPolicy", () => {
  it("restarts four times in three minutes, then no more", () => {
    const policy = new RestartPolicy(() => 0);
    expect([1, 2, 3, 4, 5].map(() => policy.mayRestart())).toEqual([true, true, true, true, false]);
  });

  it("forgets crashes that are three minutes old", () => {
    let now = 0;
    const policy = new RestartPolicy(() => now);
    for (const at of [0, 1, 2, 2]) {
      now = at * minute;
      expect(policy.mayRestart()).toBe(true);
    }
    now = 3 * minute - 1;
    expect(policy.mayRestart()).toBe(false);
    now = 5 * minute;
    expect(policy.mayRestart()).toBe(true);
  });

  it("starts over when a person restarts the server", () => {
    const policy = new RestartPolicy(() => 0);
    for (let crash = 0; crash < 5; crash++) policy.mayRestart();
    policy.reset();
    expect(policy.mayRestart()).toBe(true);
  });
});
