import { createConnection } from "vscode-languageserver/node";
import { createReleaseDocsService } from "../service.ts";
import { describeError } from "./describe-error.ts";
import { startServer } from "./start-server.ts";
import { stdioConnection } from "./stdio-connection.ts";
import { today } from "./today.ts";
import { watchMainThread } from "./watch-main-thread.ts";

/** Serves the client that started this process, over what its arguments name (`--stdio`, `--node-ipc`). */
export function serveProcess(): void {
  const overStdio = process.argv.includes("--stdio");
  process.once("disconnect", () => process.exit(1));
  const connection = startServer((options) => (overStdio ? stdioConnection(options) : createConnection(options)), {
    createService: createReleaseDocsService,
    today,
    initialized: (client) => watchMainThread(typeof client === "number" ? client : undefined),
  });
  const survive = (error: unknown): void => connection.console.error(describeError(error));
  process.on("unhandledRejection", survive);
  process.on("uncaughtException", survive);
}
