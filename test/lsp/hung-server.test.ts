import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pingRequest } from "../../server/src/lsp/protocol.ts";
import { keepWatch } from "../../server/src/lsp/watch/keep-watch.ts";

const server = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

/**
 * Runs before the server, and hangs its main thread once it has answered its first ping: the watch has started then.
 * The wrapper tells so on standard error.
 */
const hangs = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from "node:fs";
const write = process.stdout.write;
process.stdout.write = function (...given) {
  const written = write.apply(this, given);
  if (String(given[0]).includes('"id":2')) setTimeout(() => { writeSync(2, "hangs\\n"); for (;;); }, 0);
  return written;
};`)}`;

/** A client that starts the server, tells when it hangs, and does nothing more. Both hold the pipe that it has as number 3. */
const client = (processId: string): string => `
const { spawn } = require("node:child_process");
const [node, ...args] = ${JSON.stringify([process.execPath, "--import", hangs, server, "--stdio"])};
const child = spawn(node, args, { stdio: ["pipe", "ignore", "pipe", 3] });
const send = (message) => {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  child.stdin.write("Content-Length: " + Buffer.byteLength(body) + "\\r\\n\\r\\n" + body);
};
send({ id: 1, method: "initialize", params: { processId: ${processId}, rootUri: null, capabilities: {} } });
send({ id: 2, method: "${pingRequest.method}", params: {} });
child.stderr.once("data", (said) => console.log(String(said)));
setInterval(() => {}, 60_000);`;

describe("a server whose main thread hangs", () => {
  it.each(["process.pid", "null"])("ends when its client is killed; it said of itself: %s", async (processId) => {
    const parent = spawn(process.execPath, ["-e", client(processId)], { stdio: ["ignore", "pipe", "inherit", "pipe"] });
    const [output, held] = [parent.stdio[1], parent.stdio[3]];
    if (!(output instanceof Readable && held instanceof Readable)) throw new Error("There are no pipes.");
    const [line] = await once(createInterface(output), "line");
    expect(line).toBe("hangs");
    parent.kill("SIGKILL");
    // It ends when nobody holds its other end any more.
    await once(held.resume(), "end");
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
