import { fstatSync, writeSync } from "node:fs";
import { describeFileError, hasCode } from "../files/describe-file-error.ts";
import type { Io, Output } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** The process as a command sees it. */
export function createNodeIo(): Io {
  return {
    cwd: process.cwd(),
    environment: process.env,
    stdout: output(1, () => process.stdout.isTTY),
    stderr: output(2, () => process.stderr.isTTY),
    readStandardInput,
    today: () => new Date().toISOString().slice(0, 10),
  };
}

/** Writes at once, so that nothing is lost when the process ends; a reader that went away (`| head`) is no error. */
function output(descriptor: 1 | 2, isTerminal: () => boolean): Output {
  return {
    isTerminal: isDevice(descriptor) && isTerminal(),
    write(text) {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) {
        try {
          at += writeSync(descriptor, bytes, at);
        } catch (error) {
          if (hasCode(error, "EAGAIN")) continue;
          // Nobody reads on; and there is nowhere left to complain to.
          if (hasCode(error, "EPIPE") || descriptor === 2) return;
          throw new UsageError(describeFileError("standard output", error));
        }
      }
    },
  };
}

/** Whether it may be a terminal. Only then are Node's streams asked, which take longer to load than all of ours. */
function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
