import type { Connection, ConnectionOptions } from "vscode-languageserver";
import { createConnection } from "vscode-languageserver/node";
import { describeError } from "./describe-error.ts";
import { stdioConnection } from "./requests/stdio-connection.ts";
import type { Host } from "./runtime.ts";
import { watchMainThread } from "./watch/watch-main-thread.ts";

/** A process: its client is the one that started it, over what its arguments name (`--stdio`, `--node-ipc`). */
export const host: Host = {
  connect(options) {
    process.once("disconnect", () => process.exit(1));
    const connection = connectBy(process.argv, options);
    const survive = (error: unknown): void => connection.console.error(describeError(error));
    process.on("unhandledRejection", survive);
    process.on("uncaughtException", survive);
    return connection;
  },
  // Once the answer is on its way: while the client reads it there is nothing else to do.
  initialized: (client) => void setImmediate(watchMainThread, client ?? undefined),
};

const connectBy = (words: readonly string[], options: ConnectionOptions): Connection =>
  words.includes("--stdio") ? stdioConnection(options) : createConnection(options);
