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
  let end = (): void => undefined;
  const start = async (): Promise<MessageTransports> => {
    const worker = startWorker(`${bundles}/`);
    const reader = new WorkerReader(worker);
    end = () => {
      worker.terminate();
      reader.ended();
    };
    return { reader, writer: new BrowserMessageWriter(worker) };
  };
  return activateClient(context, (options) => ({
    client: new LanguageClient("releaseDocs", "Release Docs", start, options),
    end: () => end(),
  }));
}

/** A worker that is ended says nothing: its reader is told. */
class WorkerReader extends BrowserMessageReader {
  ended(): void {
    this.fireClose();
  }
}

/** A fresh worker for each start. It is handed over as transports: what VS Code's `Worker` makes is no instance of it. */
function startWorker(bundles: string): Worker {
  const worker = new Worker(`${bundles}server-web.js`, { name: "Release Docs" });
  worker.postMessage(bundles);
  return worker;
}
