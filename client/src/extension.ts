import { realpath } from "node:fs";
import { promisify } from "node:util";
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateClient, type ReleaseDocsExtension } from "./activate-client.ts";
import { nodeArguments } from "./node-arguments.ts";

const realPath = promisify(realpath.native);

/** Entry of the extension on a desktop or a remote machine: the server is a process of its own. */
export function activate(context: ExtensionContext): ReleaseDocsExtension {
  const options = { execArgv: [...nodeArguments] };
  const server = {
    module: Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath,
    transport: TransportKind.ipc,
    options,
  };
  const debug = { ...server, options: { ...options, execArgv: [...nodeArguments, "--nolazy", "--inspect=6019"] } };
  return activateClient(
    context,
    (clientOptions) => {
      const client = new LanguageClient("releaseDocs", "Release Docs", { run: server, debug }, clientOptions);
      return { client, end: () => client.serverProcess?.kill("SIGKILL") };
    },
    (path) => realPath(path),
  );
}
