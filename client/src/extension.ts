import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateClient, type ReleaseDocsExtension } from "./activate-client.ts";

/** Entry of the extension on a desktop or a remote machine: the server is a process of its own. */
export function activate(context: ExtensionContext): ReleaseDocsExtension {
  const server = {
    module: Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath,
    transport: TransportKind.ipc,
  };
  const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6019"] } };
  return activateClient(
    context,
    (options) => new LanguageClient("releaseDocs", "Release Docs", { run: server, debug }, options),
  );
}
