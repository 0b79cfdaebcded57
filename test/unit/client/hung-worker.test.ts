import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker as NodeWorker } from "node:worker_threads";
import { build } from "esbuild";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MessageConnection } from "vscode-languageserver/node";
import { Watchdog, watchdogTimes } from "../../../client/src/watchdog/watchdog.ts";
import type { StartWorker, WorkerServer } from "../../../client/src/worker-server.ts";
import { pingRequest } from "../../../server/src/lsp/protocol.ts";
import { temporaryFolder } from "../cli/temporary-folder.ts";
import { TestClock } from "./test-clock.ts";

interface Browser {
  readonly WorkerServer: new (startWorker: StartWorker) => WorkerServer;
  createMessageConnection(...transports: unknown[]): MessageConnection;
}

/** Answers pings, and for ever does what it is asked with `hang`. */
const script = `
const { parentPort } = require("node:worker_threads");
parentPort.on("message", ({ id, method }) => {
  if (method === "hang") for (;;);
  parentPort.postMessage({ jsonrpc: "2.0", id, result: null });
});`;

/** A thread of Node's behind the face of a web worker. */
class ThreadAsWorker {
  readonly thread = new NodeWorker(script, { eval: true });
  onmessage: ((event: { readonly data: unknown }) => void) | undefined;

  constructor() {
    this.thread.on("message", (data: unknown) => this.onmessage?.({ data }));
  }

  addEventListener(): void {}

  postMessage(message: unknown): void {
    this.thread.postMessage(message);
  }

  terminate(): void {
    void this.thread.terminate();
  }
}

describe("a server in a web worker", () => {
  let browser: Browser;
  const threads: NodeWorker[] = [];

  beforeAll(async () => {
    // As a browser loads it: Node would take other files of the same packages.
    const folder = temporaryFolder();
    const root = join(import.meta.dirname, "../../..");
    await build({
      stdin: {
        contents: `export { WorkerServer } from "./client/src/worker-server.ts";
export { createMessageConnection } from "vscode-languageclient/browser";`,
        resolveDir: root,
      },
      alias: { "vscode-languageclient/browser": "vscode-languageserver-protocol/browser" },
      bundle: true,
      format: "esm",
      platform: "browser",
      outfile: join(folder.path, "browser.mjs"),
    });
    browser = await import(pathToFileURL(join(folder.path, "browser.mjs")).href);
    folder.remove();
  });
  afterEach(async () => {
    for (const thread of threads.splice(0)) await thread.terminate();
  });

  it("that hangs is ended, its client sees that, and the next one answers", async () => {
    const server = new browser.WorkerServer(() => {
      const worker = new ThreadAsWorker();
      threads.push(worker.thread);
      return Object.assign<object, Worker>(worker, Object.create(null));
    });
    const connect = async (): Promise<MessageConnection> => {
      const { reader, writer } = await server.start();
      const connection = browser.createMessageConnection(reader, writer);
      connection.listen();
      return connection;
    };
    const connection = await connect();
    const [thread] = threads;
    if (thread === undefined) throw new Error("no worker was started");
    const closed = new Promise<void>((resolve) => connection.onClose(resolve));
    const exited = once(thread, "exit");
    expect(await pingRequest.send(connection, {})).toBeNull();

    const clock = new TestClock();
    const watchdog = new Watchdog(clock, { ping: () => pingRequest.send(connection, {}), hung: () => server.end() });
    watchdog.start();
    const asked = connection.sendRequest("hang").then(
      () => "answered",
      () => "failed",
    );
    await clock.pass(watchdogTimes.every + watchdogTimes.limit);
    await Promise.all([closed, exited]);
    connection.dispose();
    expect(await asked).toBe("failed");

    const again = await connect();
    expect(await pingRequest.send(again, {})).toBeNull();
    expect(threads).toHaveLength(2);
    again.dispose();
  });
});
