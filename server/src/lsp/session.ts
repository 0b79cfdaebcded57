import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ReleaseDocsService } from "../engine/index.ts";
import { Assessments } from "./assessments.ts";
import type { ClientSupport } from "./client-support.ts";
import { ChangeSignal } from "./diagnostics/change-signal.ts";
import { FeatureContexts } from "./features/feature-contexts.ts";
import type { Runtime } from "./runtime.ts";
import { tellAssessments } from "./views/tell-assessments.ts";
import { ClientFiles } from "./workspace/client-files.ts";
import { PersonalSettings } from "./workspace/personal-settings.ts";
import { WorkspaceIndex } from "./workspace/workspace-index.ts";

/** All that belongs to one connection. */
export interface Session {
  readonly connection: Connection;
  readonly support: ClientSupport;
  readonly documents: TextDocuments<TextDocument>;
  readonly files: ClientFiles;
  readonly service: ReleaseDocsService;
  readonly settings: PersonalSettings;
  readonly assessments: Assessments;
  readonly contexts: FeatureContexts;
  readonly index: WorkspaceIndex;
  /** Told of each change that can change a report of the workspace. */
  readonly signal: ChangeSignal;
  /** `YYYY-MM-DD`, UTC. */
  today(): string;
}

/** Builds what the handlers of one connection share. `folders` are the URIs of the workspace folders. */
export function createSession(
  connection: Connection,
  runtime: Runtime,
  folders: readonly string[],
  support: ClientSupport,
): Session {
  const documents = new TextDocuments(TextDocument);
  const files = new ClientFiles(connection, documents);
  const today = (): string => runtime.today();
  const service = runtime.createService(
    { files, today },
    { bounds: { roots: folders.filter(isBounded) }, teamSchemas: support.trusted },
  );
  const assessments = new Assessments(service, (document) => documents.get(document.uri) === document);
  tellAssessments(connection, documents, assessments);
  const index = new WorkspaceIndex(service, files);
  index.setFolders(folders);
  documents.listen(connection);
  const settings = new PersonalSettings(connection, support.settings);
  const signal = new ChangeSignal();
  const contexts = new FeatureContexts({ documents, files, service, assessments, index, signal, today });
  return { connection, support, documents, files, service, settings, assessments, contexts, index, signal, today };
}

/** On disk, configuration is searched as far up as the command searches it; elsewhere, in the workspace. */
const isBounded = (folder: string): boolean => !folder.startsWith("file:");
