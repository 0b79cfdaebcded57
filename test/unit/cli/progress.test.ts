import { describe, expect, it } from "vitest";
import { inOrder } from "../../../server/src/cli/judge/in-order.ts";
import { Arguments } from "../../../server/src/cli/terminal/arguments.ts";
import type { Io } from "../../../server/src/cli/terminal/io.ts";
import { Progress } from "../../../server/src/cli/terminal/progress.ts";

function recorded(isTerminal: boolean, environment: Io["environment"] = {}) {
  const written: string[] = [];
  const output = { isTerminal, write: (text: string) => void written.push(text) };
  const io: Io = {
    cwd: "/",
    environment,
    stdout: output,
    stderr: output,
    readStandardInput: async () => new Uint8Array(),
    today: () => "2026-12-04",
  };
  return { io, written };
}

const none = new Arguments([], []);

describe("progress", () => {
  it("is told on a terminal once a run is long, now and then, and taken away at the end", () => {
    const { io, written } = recorded(true);
    let now = 0;
    const progress = new Progress(io, none, () => now);
    progress.step(9);
    for (now of [800, 810, 900]) progress.step(9);
    progress.clear();
    progress.clear();
    expect(written).toEqual(["\r\u001B[K2 of 9 files", "\r\u001B[K4 of 9 files", "\r\u001B[K"]);
  });

  it.each([
    ["no terminal", recorded(false), none],
    ["--quiet", recorded(true), new Arguments([{ name: "quiet", value: "" }], [])],
    ["a dumb terminal", recorded(true, { TERM: "dumb" }), none],
    ["CI", recorded(true, { CI: "true" }), none],
  ])("says nothing with %s", (_, { io, written }, given) => {
    let now = 0;
    const progress = new Progress(io, given, () => now);
    now = 5000;
    progress.step(9);
    progress.clear();
    expect(written).toEqual([]);
  });
});

describe("inOrder", () => {
  it("yields results in the order of the items, with few begun at a time", async () => {
    const open: (() => void)[] = [];
    let most = 0;
    const run = (item: number): Promise<number> =>
      new Promise((resolve) => {
        open.push(() => resolve(item));
        most = Math.max(most, open.length);
        if (open.length === 3 || item === 9) for (const finish of open.splice(0).reverse()) finish();
      });
    const results: number[] = [];
    for await (const result of inOrder([1, 2, 3, 4, 5, 6, 7, 8, 9], run, () => 3)) results.push(result);
    expect(results).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(most).toBe(3);
  });

  it("fails in its turn", async () => {
    const results: number[] = [];
    const fail = async (): Promise<void> => {
      const run = async (item: number): Promise<number> => (item === 2 ? Promise.reject(new Error("two")) : item);
      for await (const result of inOrder([1, 2, 3], run, () => 3)) results.push(result);
    };
    await expect(fail()).rejects.toThrow("two");
    expect(results).toEqual([1]);
  });
});
