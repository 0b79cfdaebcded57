import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { createReleaseDocsService } from "../service.ts";
import { startServer } from "./start-server.ts";
import { today } from "./today.ts";

/** Serves the client that made this web worker. */
export function serveWorker(): void {
  const reader = new BrowserMessageReader(globalThis);
  const writer = new BrowserMessageWriter(globalThis);
  startServer((options) => createConnection(reader, writer, options), {
    createService: createReleaseDocsService,
    today,
  });
}
