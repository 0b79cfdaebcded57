import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const server = fileURLToPath(new URL("../../dist/server.js", import.meta.url));
const shutdown = '{"jsonrpc":"2.0","id":1,"method":"shutdown"}';
const framed = (body: string, length: number | string = Buffer.byteLength(body)): string =>
  `Content-Length: ${length}\r\n\r\n${body}`;

describe("a stream that is no stream of messages", () => {
  /** What the server says on standard error, and its exit code. Its input stays open. */
  const fed = async (...chunks: readonly string[]): Promise<{ readonly said: string; readonly code: unknown }> => {
    const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "ignore", "pipe"] });
    const exited = once(child, "exit");
    const said = text(child.stderr);
    for (const chunk of chunks) child.stdin.write(chunk);
    const [code] = await exited;
    return { said: await said, code };
  };

  it.each([
    ["a length below zero", [framed(shutdown, -5)]],
    ["a length of minus one", [framed(shutdown, -1)]],
    ["no length", [`Content-Type: a\r\n\r\n${shutdown}`]],
    ["a length of nothing", [framed(shutdown, "")]],
    ["a length in words", [framed(shutdown, "twelve")]],
    ["a length with more behind it", [framed(shutdown, "44 bytes")]],
    ["a length of zero", [framed("", 0)]],
    ["a length beyond all messages", [framed(shutdown, 99_999_999_999)]],
    ["a length that is too short", [framed(shutdown, 10)]],
    ["a length that is too long, and the next message", [framed(shutdown, 60), framed(shutdown)]],
    ["lines of JSON", [`${shutdown}\n`]],
    ["lines that end as on Unix", [`Content-Length: 44\n\n${shutdown}`]],
    ["a header without an end", ["x".repeat(10_000)]],
    ["a line without a colon", [`hello\r\n\r\n${shutdown}`]],
    ["no JSON", [framed("{no json}")]],
    ["bytes of anything", ["\u0000\u0001\u0002\n\r\n\r\n\uffff".repeat(50)]],
  ])("ends the server with a message: %s", async (_name, chunks) => {
    const { said, code } = await fed(...chunks);
    expect(said).toMatch(/^[A-Z].+\. The server ends\.\n$/s);
    expect(code).toBe(1);
  });

  it("is none only because it comes in pieces", async () => {
    const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    for (const byte of `content-length:44\r\nContent-Type: a; charset=utf-8\r\n\r\n${shutdown}`)
      child.stdin.write(byte);
    const exited = once(child, "exit");
    let said = "";
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.includes('"id":1')) child.stdin.end();
    }
    expect(await exited).toEqual([0, null]);
  });

  it("ends the server when nobody is there any more", async () => {
    const { code } = await new Promise<{ code: unknown }>((resolve) => {
      const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
      child.once("exit", (exitCode) => resolve({ code: exitCode }));
      child.stdin.end();
    });
    expect(code).toBe(1);
  });
});
