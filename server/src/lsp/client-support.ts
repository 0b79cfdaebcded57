import type { InitializeParams } from "vscode-languageserver";

/** What the client can do, as far as it matters here. */
export interface ClientSupport {
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly watching: boolean;
  readonly folders: boolean;
  /** Answers `workspace/configuration`. */
  readonly settings: boolean;
  readonly settingsEvents: boolean;
  readonly versionedEdits: boolean;
}

/** Reads what the client says it can do. */
export function supportOf({ capabilities }: InitializeParams): ClientSupport {
  const { workspace, textDocument } = capabilities;
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    settings: workspace?.configuration === true,
    settingsEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
  };
}
