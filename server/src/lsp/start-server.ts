import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { type ClientSupport, supportOf } from "./client-support.ts";
import { keepInStep } from "./diagnostics/keep-in-step.ts";
import { pullDiagnostics } from "./diagnostics/pull-diagnostics.ts";
import { workspaceDiagnostics } from "./diagnostics/workspace-diagnostics.ts";
import { featureCapabilities, features } from "./features/features.ts";
import { pingRequest } from "./protocol.ts";
import { SoundMessages } from "./requests/sound-messages.ts";
import type { Runtime } from "./runtime.ts";
import { createSession, type Session } from "./session.ts";
import { servePreview } from "./views/preview.ts";
import { serveBlockers } from "./views/serve-blockers.ts";
import { serveChecklist } from "./views/serve-checklist.ts";
import { serveReport } from "./views/serve-report.ts";
import { serveTemplates } from "./views/serve-templates.ts";

/**
 * Serves one connection until it ends, and answers it. The same in Node and in a web worker; the runtime holds what differs.
 * `connect` makes the connection; it does not listen yet.
 */
export function startServer(connect: (options: ConnectionOptions) => Connection, runtime: Runtime): Connection {
  const messages = new SoundMessages();
  const connection = connect({ messageStrategy: messages });
  messages.serve(connection);
  let isInitialized = false;
  connection.onInitialize((params) => {
    if (isInitialized) throw new ResponseError(ErrorCodes.InvalidRequest, "The server is initialized already.");
    isInitialized = true;
    const support = supportOf(params);
    const session = createSession(connection, runtime, foldersOf(params), support);
    pingRequest.answer(connection, () => null);
    runtime.initialized?.(params.processId);
    messages.placeIn((uri) => session.documents.get(uri));
    keepInStep(session, support);
    serveRequests(session, support);
    return initializeResult(support);
  });
  connection.listen();
  return connection;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return (workspaceFolders ?? (rootUri === null || rootUri === undefined ? [] : [{ uri: rootUri }])).map(
    (folder) => folder.uri,
  );
}

function initializeResult(support: ClientSupport): InitializeResult {
  return {
    serverInfo: { name: "Release Docs" },
    capabilities: {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...featureCapabilities(support),
      ...(support.folders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
      ...(support.pull
        ? {
            diagnosticProvider: {
              identifier: "release-docs",
              interFileDependencies: false,
              workspaceDiagnostics: true,
            },
          }
        : {}),
    },
  };
}

function serveRequests(session: Session, support: ClientSupport): void {
  const { connection } = session;
  if (support.pull) {
    const { diagnostics } = connection.languages;
    diagnostics.on((params, token) => pullDiagnostics(session, params, token));
    diagnostics.onWorkspace((params, token, _progress, reporter) =>
      workspaceDiagnostics(session, params, token, reporter),
    );
  }
  for (const feature of features) feature.serve(session);
  servePreview(session);
  serveBlockers(session);
  serveChecklist(session);
  serveReport(session);
  serveTemplates(session);
}
