import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { activateClient, type ReleaseDocsExtension } from "./activate-client.ts";

/** Entry of the extension in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): ReleaseDocsExtension {
  const bundles = Uri.joinPath(context.extensionUri, "dist").toString(true);
  return activateClient(
    context,
    (options) => new LanguageClient("releaseDocs", "Release Docs", () => startWorker(`${bundles}/`), options),
  );
}

/** A fresh worker for each start. It is handed over as transports: what VS Code's `Worker` makes is no instance of it. */
async function startWorker(bundles: string): Promise<MessageTransports> {
  const worker = new Worker(`${bundles}server-web.js`, { name: "Release Docs" });
  worker.postMessage(bundles);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
