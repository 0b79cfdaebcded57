import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ReleaseDocsService } from "../service.ts";
import { Assessments } from "./assessments.ts";
import { ChangeSignal } from "./change-signal.ts";
import { ClientFiles } from "./client-files.ts";
import { type AssessmentParams, assessmentMethod } from "./protocol.ts";
import type { Runtime } from "./runtime.ts";
import { summarise } from "./summarise.ts";
import { WorkspaceIndex } from "./workspace-index.ts";

/** All that belongs to one connection. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly files: ClientFiles;
  readonly service: ReleaseDocsService;
  readonly assessments: Assessments;
  readonly index: WorkspaceIndex;
  /** Told of each change that can change a report of the workspace. */
  readonly signal: ChangeSignal;
}

/** Builds what the handlers of one connection share. `folders` are the URIs of the workspace folders. */
export function createSession(connection: Connection, runtime: Runtime, folders: readonly string[]): Session {
  const documents = new TextDocuments(TextDocument);
  const files = new ClientFiles(connection, documents);
  const service = runtime.createService({ files, today: () => runtime.today() }, { bounds: { roots: folders } });
  const assessments = new Assessments(service, (document, assessment) => {
    const params: AssessmentParams = {
      uri: document.uri,
      version: document.version,
      assessment: assessment === undefined ? null : summarise(document, assessment),
    };
    connection.sendNotification(assessmentMethod, params).catch(() => undefined);
  });
  const index = new WorkspaceIndex(service, files);
  index.setFolders(folders);
  documents.listen(connection);
  return { connection, documents, files, service, assessments, index, signal: new ChangeSignal() };
}
