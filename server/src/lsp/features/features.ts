import type { CodeLens, Hover, Range, SemanticTokens, ServerCapabilities } from "vscode-languageserver";
import {
  codeActionKinds,
  codeLens,
  completionTriggers,
  definition,
  folding,
  highlights,
  hover,
  lensCommands,
  links,
  outline,
  prepareRename,
  references,
  selectionRanges,
  semanticTokens,
  semanticTokensIn,
  semanticTokensLegend,
  workspaceSymbols,
} from "../../language/index.ts";
import { contentModified } from "../cancelled.ts";
import type { ClientSupport } from "../client-support.ts";
import { answer } from "../requests/answer.ts";
import type { Session } from "../session.ts";
import { declareDocument } from "../views/declare-document.ts";
import { workspacePlaces } from "../workspace/workspace-places.ts";
import { codeActions, resolveCodeAction } from "./code-actions.ts";
import { completion } from "./completion.ts";
import { featureAnswer } from "./feature-answer.ts";
import { serveFormatting } from "./formatting.ts";
import { renameEdits } from "./rename.ts";

/** One feature of the language server: what it declares, and the handler that keeps its word. */
export interface ServedFeature {
  readonly capabilities: ServerCapabilities | ((support: ClientSupport) => ServerCapabilities);
  serve(session: Session): void;
}

/** Every feature of an editor that answers about a document of ours; diagnostics have a life of their own. */
export const features: readonly ServedFeature[] = [
  {
    capabilities: { completionProvider: { triggerCharacters: [...completionTriggers] } },
    serve: (session) => session.connection.onCompletion((params, token) => completion(session, params, token)),
  },
  {
    capabilities: { hoverProvider: true },
    serve: (session) =>
      session.connection.onHover(({ textDocument: { uri }, position }, token) =>
        featureAnswer<Hover | null>(
          session,
          uri,
          token,
          null,
          async (context) => (await hover(context, position)) ?? null,
        ),
      ),
  },
  {
    capabilities: ({ dynamicFormatting }) =>
      dynamicFormatting ? {} : { documentFormattingProvider: true, documentRangeFormattingProvider: true },
    serve: serveFormatting,
  },
  {
    capabilities: { semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true } },
    serve(session) {
      const { semanticTokens: tokens } = session.connection.languages;
      tokens.on(({ textDocument: { uri } }, token) =>
        featureAnswer<SemanticTokens>(session, uri, token, { data: [] }, semanticTokens),
      );
      tokens.onRange(({ textDocument: { uri }, range }, token) =>
        featureAnswer<SemanticTokens>(session, uri, token, { data: [] }, (context) => semanticTokensIn(context, range)),
      );
    },
  },
  {
    capabilities: { documentSymbolProvider: { label: "Release Docs" } },
    serve: (session) =>
      session.connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
        featureAnswer(session, uri, token, null, outline),
      ),
  },
  {
    capabilities: { workspaceSymbolProvider: true },
    serve: (session) =>
      session.connection.onWorkspaceSymbol(({ query }, token) =>
        answer(session.connection, token, contentModified, async () =>
          workspaceSymbols(await workspacePlaces(session, token), query),
        ),
      ),
  },
  {
    capabilities: { documentLinkProvider: {} },
    serve: (session) =>
      session.connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
        featureAnswer(session, uri, token, null, links),
      ),
  },
  {
    capabilities: { definitionProvider: true },
    serve: (session) =>
      session.connection.onDefinition(({ textDocument: { uri }, position }, token) =>
        featureAnswer(session, uri, token, null, (context) => definition(context, position)),
      ),
  },
  {
    capabilities: { referencesProvider: true },
    serve: (session) =>
      session.connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
        featureAnswer(session, uri, token, null, (context) => references(context, position, includeDeclaration)),
      ),
  },
  {
    capabilities: { renameProvider: { prepareProvider: true } },
    serve(session) {
      session.connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
        featureAnswer<{ range: Range; placeholder: string } | null>(
          session,
          uri,
          token,
          null,
          async (context) => (await prepareRename(context, position)) ?? null,
        ),
      );
      session.connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
        featureAnswer(session, uri, token, null, (context) => renameEdits(session, context, position, newName)),
      );
    },
  },
  {
    capabilities: { documentHighlightProvider: true },
    serve: (session) =>
      session.connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
        featureAnswer(session, uri, token, null, (context) => highlights(context, position)),
      ),
  },
  {
    capabilities: { foldingRangeProvider: true },
    serve: (session) =>
      session.connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
        featureAnswer(session, uri, token, null, folding),
      ),
  },
  {
    capabilities: { selectionRangeProvider: true },
    serve: (session) =>
      session.connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
        featureAnswer(session, uri, token, null, (context) => selectionRanges(context, positions)),
      ),
  },
  {
    capabilities: {
      codeLensProvider: {},
      executeCommandProvider: { commands: [lensCommands.declare] },
    },
    serve(session) {
      session.connection.onCodeLens(({ textDocument: { uri } }, token) =>
        featureAnswer<CodeLens[] | null>(session, uri, token, null, async (context) =>
          (await codeLens(context)).flatMap((lens) => withKnownCommand(lens, session.support)),
        ),
      );
      session.connection.onExecuteCommand(({ command, arguments: [uri] = [] }, token) =>
        command === lensCommands.declare ? declareDocument(session, uri, token) : null,
      );
    },
  },
  {
    capabilities: { codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: true } },
    serve(session) {
      session.connection.onCodeAction((params, token) =>
        featureAnswer(session, params.textDocument.uri, token, [], (context, document) =>
          codeActions(session, document, context, params),
        ),
      );
      session.connection.onCodeActionResolve((action, token) =>
        answer(session.connection, token, contentModified, () => resolveCodeAction(session, action, token)),
      );
    },
  },
];

/** A lens whose command the client does not know shows its words alone, or nothing where it only offers to do something. */
function withKnownCommand(lens: CodeLens, { commands }: ClientSupport): readonly CodeLens[] {
  const { command } = lens;
  if (command === undefined || command.command === lensCommands.declare || commands.has(command.command)) return [lens];
  if (command.command === lensCommands.useManifestLanguage) return [];
  return [{ ...lens, command: { title: command.title, command: "" } }];
}

/** All that the features declare to a client. */
export function featureCapabilities(support: ClientSupport): ServerCapabilities {
  const declared = features.map(({ capabilities }) =>
    typeof capabilities === "function" ? capabilities(support) : capabilities,
  );
  return Object.assign({}, ...declared);
}
