import type { InitializeParams } from "vscode-languageserver";

/** What the client can do, as far as it matters here. */
export interface ClientSupport {
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly codeLensRefresh: boolean;
  readonly watching: boolean;
  readonly folders: boolean;
  /** Answers `workspace/configuration`. */
  readonly settings: boolean;
  readonly settingsEvents: boolean;
  readonly versionedEdits: boolean;
  readonly semanticTokensRefresh: boolean;
  /** Lets us register for the documents that we format. */
  readonly dynamicFormatting: boolean;
  /** Takes snippets in completion items. */
  readonly snippetItems: boolean;
  /** Applies snippets in edits of the workspace (LSP 3.18). */
  readonly snippetEdits: boolean;
  /** Asks for the edit of a code action when it is chosen. */
  readonly resolvesEdits: boolean;
  /** False in Restricted Mode: nothing of the workspace is run, and no schema of it is compiled. */
  readonly trusted: boolean;
  /** Commands that the client itself knows, by `experimental.commands.commands`. */
  readonly commands: ReadonlySet<string>;
}

/** Reads what the client says it can do. */
export function supportOf({ capabilities, initializationOptions }: InitializeParams): ClientSupport {
  const { workspace, textDocument } = capabilities;
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    settings: workspace?.configuration === true,
    settingsEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    semanticTokensRefresh: workspace?.semanticTokens?.refreshSupport === true,
    dynamicFormatting:
      textDocument?.formatting?.dynamicRegistration === true &&
      textDocument.rangeFormatting?.dynamicRegistration === true,
    snippetItems: textDocument?.completion?.completionItem?.snippetSupport === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
    trusted: property(initializationOptions, "trusted") !== false,
    commands: new Set(clientCommands(capabilities.experimental)),
  };
}

function clientCommands(experimental: unknown): readonly string[] {
  const commands = property(property(experimental, "commands"), "commands");
  return Array.isArray(commands) ? commands.filter((command) => typeof command === "string") : [];
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
