import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import type { Host } from "./runtime.ts";

/** A web worker: its client is the one that made it. */
export const host: Host = {
  connect: (options) =>
    createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis), options),
};
