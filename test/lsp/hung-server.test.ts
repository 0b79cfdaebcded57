import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { keepWatch } from "../../server/src/lsp/watch/keep-watch.ts";

const server = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

/**
 * Runs before the server, and hangs its main thread once it has answered its first request: the watch has started then.
 * The wrapper tells so on standard error.
 */
const hangs = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from "node:fs";
const write = process.stdout.write;
process.stdout.write = function (...given) {
  const written = write.apply(this, given);
  if (String(given[0]).includes('"id":1')) setTimeout(() => { writeSync(2, "hangs\\n"); for (;;); }, 0);
  return written;
};`)}`;

/** A client that starts the server, tells its pid, and does nothing more. */
const client = (processId: string): string => `
const { spawn } = require("node:child_process");
const [node, ...args] = ${JSON.stringify([process.execPath, "--import", hangs, server, "--stdio"])};
const child = spawn(node, args, { stdio: ["pipe", "ignore", "pipe"] });
const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: ${processId}, rootUri: null, capabilities: {} } });
child.stdin.write("Content-Length: " + Buffer.byteLength(body) + "\\r\\n\\r\\n" + body);
child.stderr.once("data", () => console.log(child.pid));
setInterval(() => {}, 60_000);`;

/** Resolves once there is no such process. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("a server whose main thread hangs", () => {
  it.each(["process.pid", "null"])("ends when its client is killed; it said of itself: %s", async (processId) => {
    const parent = spawn(process.execPath, ["-e", client(processId)], { stdio: ["ignore", "pipe", "inherit"] });
    const [pid] = await once(createInterface(parent.stdout), "line");
    expect(Number(pid)).toBeGreaterThan(0);
    parent.kill("SIGKILL");
    await gone(Number(pid));
  });

  it("ends once it has worked at one thing for too long, and says so", async () => {
    const watched = `{ beats: new Int32Array(new SharedArrayBuffer(4)), client: process.pid, parent: 0, every: 20, longest: 200 }`;
    const thread = `(${keepWatch})(require("node:worker_threads").workerData, {
      say: (message) => require("node:fs").writeSync(2, message),
    })`;
    const main = `const { Worker } = require("node:worker_threads");
      new Worker(${JSON.stringify(thread)}, { eval: true, workerData: ${watched} }).once("online", () => { for (;;); });`;
    const child = spawn(process.execPath, ["-e", main], { stdio: ["ignore", "ignore", "pipe"] });
    const said = text(child.stderr);
    expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
    expect(await said).toBe("The server hangs. The server ends.\n");
  });
});
