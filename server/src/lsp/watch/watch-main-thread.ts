import { Worker } from "node:worker_threads";
import { keepWatch, type Watched } from "./keep-watch.ts";

const every = 1500;
const beat = 1000;
/** More than a client that watches the server itself waits, so that it is the client who says what happened. */
const longest = 15_000;

/** Room for a loop of a few lines, in MB. */
const room = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 };

/** Starts the watch over this thread; see `keepWatch`. `client` is the process of the client. It keeps nothing alive. */
export function watchMainThread(client: number | undefined): void {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const watched: Watched = { beats, client, parent: process.ppid, every, longest };
  const text = `(${keepWatch})(require("node:worker_threads").workerData, {
  say(message) { try { require("node:fs").writeSync(2, message); } catch {} },
});`;
  const watch = new Worker(text, { eval: true, workerData: watched, resourceLimits: room, execArgv: [], env: {} });
  // Without a watch the server works as well.
  watch.on("error", () => undefined);
  watch.unref();
  setInterval(() => Atomics.add(beats, 0, 1), beat).unref();
}
