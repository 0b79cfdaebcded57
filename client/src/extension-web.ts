import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activateClient, type ReleaseDocsExtension } from "./activate-client.ts";
import { WorkerServer } from "./worker-server.ts";

/** Entry of the extension in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): ReleaseDocsExtension {
  const bundles = `${Uri.joinPath(context.extensionUri, "dist").toString(true)}/`;
  const server = new WorkerServer(() => {
    const worker = new Worker(`${bundles}server-web.js`, { name: "Release Docs" });
    worker.postMessage(bundles);
    return worker;
  });
  return activateClient(context, (options) => ({
    client: new LanguageClient("releaseDocs", "Release Docs", () => server.start(), options),
    end: () => server.end(),
  }));
}
