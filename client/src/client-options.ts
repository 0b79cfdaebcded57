import { type LogOutputChannel, workspace } from "vscode";
import { type ErrorHandler, type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import type { InitializationOptions } from "../../server/src/lsp/protocol.ts";
import type { RequestsInFlight } from "./watchdog/requests-in-flight.ts";

const languages = ["release-manifest", "markdown", "yaml"];

/** How the language client works, on every host. */
export function clientOptions(
  outputChannel: LogOutputChannel,
  errorHandler: ErrorHandler,
  requests: RequestsInFlight,
): LanguageClientOptions {
  return {
    documentSelector: schemes().flatMap((scheme) => languages.map((language) => ({ scheme, language }))),
    outputChannel,
    errorHandler,
    middleware: { sendRequest: requests.sendRequest },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: false },
    initializationOptions: () => ({ trusted: workspace.isTrusted }) satisfies InitializationOptions,
    synchronize: { configurationSection: "releaseDocs" },
  };
}

/** Where people edit: files, new documents and the workspace's own file systems; not the old side of a comparison. */
function schemes(): string[] {
  return [...new Set(["file", "untitled", ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];
}
