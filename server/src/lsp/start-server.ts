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
import { featureCapabilities, features } from "./features.ts";
import { keepInStep } from "./keep-in-step.ts";
import { servePreview } from "./preview.ts";
import { pingMethod } from "./protocol.ts";
import { pullDiagnostics } from "./pull-diagnostics.ts";
import type { Runtime } from "./runtime.ts";
import { serveBlockers } from "./serve-blockers.ts";
import { serveChecklist } from "./serve-checklist.ts";
import { serveReport } from "./serve-report.ts";
import { serveTemplates } from "./serve-templates.ts";
import { createSession, type Session } from "./session.ts";
import { SoundMessages } from "./sound-messages.ts";
import { workspaceDiagnostics } from "./workspace-diagnostics.ts";

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
    connection.onRequest(pingMethod, () => null);
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
