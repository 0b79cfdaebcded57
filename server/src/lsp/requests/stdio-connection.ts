import { writeSync } from "node:fs";
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { FrameGuard } from "./frame-guard.ts";

/**
 * A connection over standard input and output. The process ends with them: with 0 after a shutdown, else with 1. It also ends,
 * and says why on standard error, when what comes is no stream of messages, since nobody can find back into it.
 */
export function stdioConnection(options: ConnectionOptions): Connection {
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout);
  const connection = createConnection(reader, writer, options);
  let wasShutDown = false;
  connection.onShutdown(() => {
    wasShutDown = true;
  });
  const ended = (): never => process.exit(wasShutDown ? 0 : 1);
  const guard = new FrameGuard();
  process.stdin.on("data", (chunk: Buffer) => {
    const problem = guard.accept(chunk);
    if (problem !== undefined) endWith(problem);
  });
  process.stdin.once("end", ended).once("close", ended);
  writer.onClose(ended);
  // Who cannot be written to cannot be told.
  writer.onError(ended);
  reader.onError((error) => {
    if (error instanceof SyntaxError) endWith(`A message is no JSON, or its Content-Length is wrong: ${error.message}`);
    connection.console.error(`A message was passed over: ${error.message}`);
  });
  reader.onPartialMessage(({ waitingTime }) => {
    const seconds = Math.round(waitingTime / 1000);
    connection.console.warn(
      `Half of a message came ${seconds} seconds ago, and nothing since. Is its Content-Length right?`,
    );
  });
  return connection;
}

function endWith(problem: string): never {
  try {
    writeSync(process.stderr.fd, `${problem}. The server ends.\n`);
  } catch {
    // Nobody reads it.
  }
  process.exit(1);
}
