import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { createReleaseDocsService } from "../service.ts";
import { startServer } from "./start-server.ts";
import { today } from "./today.ts";

const connection = createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis));

startServer(connection, { createService: createReleaseDocsService, today });
