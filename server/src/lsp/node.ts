import { createConnection } from "vscode-languageserver/node";
import { createReleaseDocsService } from "../service.ts";
import { describeError } from "./describe-error.ts";
import { startServer } from "./start-server.ts";
import { today } from "./today.ts";

/** Serves the client that started this process, over what its arguments name (`--stdio`, `--node-ipc`). */
export function serveProcess(): void {
  const connection = createConnection();
  const survive = (error: unknown): void => connection.console.error(describeError(error));
  process.on("unhandledRejection", survive);
  process.on("uncaughtException", survive);
  startServer(connection, { createService: createReleaseDocsService, today });
}
