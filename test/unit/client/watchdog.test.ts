import { beforeEach, describe, expect, it } from "vitest";
import { RequestsInFlight } from "../../../client/src/watchdog/requests-in-flight.ts";
import { Watchdog, watchdogTimes } from "../../../client/src/watchdog/watchdog.ts";
import { pingRequest } from "../../../server/src/lsp/protocol.ts";
import { TestClock } from "./test-clock.ts";

describe("Watchdog", () => {
  const { every, limit } = watchdogTimes;
  let clock: TestClock;
  let answers: boolean;
  let pings: number;
  let hangs: number;
  let watchdog: Watchdog;

  beforeEach(() => {
    clock = new TestClock();
    [answers, pings, hangs] = [true, 0, 0];
    watchdog = new Watchdog(clock, {
      ping() {
        pings++;
        return answers ? Promise.resolve(null) : new Promise(() => undefined);
      },
      hung: () => void hangs++,
    });
    watchdog.start();
  });

  it("lets a server be that answers", async () => {
    await clock.pass(60 * limit);
    expect(pings).toBe((60 * limit) / every);
    expect(hangs).toBe(0);
  });

  it("takes an error for an answer", async () => {
    watchdog = new Watchdog(clock, {
      ping: () => Promise.reject(new Error("no such method")),
      hung: () => void hangs++,
    });
    watchdog.start();
    await clock.pass(10 * limit);
    expect(hangs).toBe(0);
  });

  it("tells once of a server that answers no more, ten seconds after it was asked", async () => {
    await clock.pass(every);
    answers = false;
    await clock.pass(every + limit - 1);
    expect(hangs).toBe(0);
    await clock.pass(1);
    expect(hangs).toBe(1);
    await clock.pass(10 * limit);
    expect(hangs).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  it("watches the server that is started then", async () => {
    answers = false;
    await clock.pass(every + limit);
    watchdog.start();
    await clock.pass(every + limit);
    expect(hangs).toBe(2);
  });

  it("starts over when the machine slept, or the editor was busy", async () => {
    answers = false;
    await clock.pass(every);
    for (let time = 0; time < 5; time++) {
      clock.sleep(3_600_000);
      await clock.pass(limit - every);
    }
    expect(hangs).toBe(0);
    await clock.pass(2 * every);
    expect(hangs).toBe(1);
  });

  it("bears a clock that is set back", async () => {
    answers = false;
    await clock.pass(every);
    clock.sleep(-3_600_000);
    await clock.pass(3_600_000 + limit + 2 * every);
    expect(hangs).toBe(1);
  });

  it("says nothing of a server that was stopped", async () => {
    answers = false;
    await clock.pass(every + 1);
    watchdog.stop();
    await clock.pass(10 * limit);
    expect(hangs).toBe(0);
    expect(clock.waiting).toBe(0);
  });
});

describe("RequestsInFlight", () => {
  const sent: (() => void)[] = [];
  const next = (): Promise<null> => new Promise((resolve) => void sent.push(() => resolve(null)));
  const ask = (requests: RequestsInFlight, type: string, params: object) =>
    requests.sendRequest(type, params, undefined, next);

  beforeEach(() => void sent.splice(0));

  it("names the request that waits longest, and its document", async () => {
    const requests = new RequestsInFlight();
    const first = ask(requests, "textDocument/hover", { textDocument: { uri: "file:///a.md" } });
    const second = ask(requests, "releaseDocs/render", { uri: "file:///b.md" });
    ask(requests, "codeAction/resolve", { title: "Fix", data: { uri: "file:///c.md" } });
    expect(requests.oldest).toEqual({ method: "textDocument/hover", uri: "file:///a.md" });
    sent[0]?.();
    await first;
    expect(requests.oldest).toEqual({ method: "releaseDocs/render", uri: "file:///b.md" });
    sent[1]?.();
    await second;
    expect(requests.oldest).toEqual({ method: "codeAction/resolve", uri: "file:///c.md" });
    requests.clear();
    expect(requests.oldest).toBeUndefined();
  });

  it("does not count what is held open, nor pings", () => {
    const requests = new RequestsInFlight();
    ask(requests, "workspace/diagnostic", { previousResultIds: [] });
    ask(requests, pingRequest.method, {});
    expect(requests.oldest).toBeUndefined();
    ask(requests, "workspace/symbol", { query: "" });
    expect(requests.oldest).toEqual({ method: "workspace/symbol", uri: undefined });
  });

  it("forgets a request that fails", async () => {
    const requests = new RequestsInFlight();
    const failed = requests.sendRequest("textDocument/hover", {}, undefined, () => Promise.reject(new Error("no")));
    await expect(failed).rejects.toThrow("no");
    expect(requests.oldest).toBeUndefined();
  });
});
