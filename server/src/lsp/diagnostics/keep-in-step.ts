import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  type DidChangeWatchedFilesParams,
} from "vscode-languageserver";
import type { ClientSupport } from "../client-support.ts";
import { describeError } from "../describe-error.ts";
import type { Session } from "../session.ts";
import { isConfigurationFile } from "../workspace/configuration-file.ts";
import { filesChanged, watchFiles } from "../workspace/watched-files.ts";
import { PushDiagnostics } from "./push-diagnostics.ts";
import { Refresher } from "./refresher.ts";

/** Keeps what is known in step with the editor, the files and the settings. */
export function keepInStep(session: Session, support: ClientSupport): void {
  const { connection, documents, assessments, index, service, settings, signal } = session;
  const push = support.pull ? undefined : new PushDiagnostics(session);
  const refreshers = refreshersOf(session, support);
  const logged = (work: Promise<void> | undefined): void => {
    work?.catch((error) => connection.console.error(describeError(error)));
  };
  const judgeAgain = (): void => {
    assessments.forget();
    index.forget();
    signal.changed();
    for (const refresher of refreshers) refresher.request();
    logged(push?.publishAll());
  };
  const configurationChanged = (): void => {
    service.configurationChanged();
    judgeAgain();
  };
  const settingsChanged = async (pushed: unknown): Promise<void> => {
    const personal = await settings.read(pushed);
    if (personal === undefined) return;
    service.configurationChanged(personal);
    judgeAgain();
  };
  const watchedFilesChanged = (params: DidChangeWatchedFilesParams): void => {
    const effect = filesChanged(session, params);
    if (effect === "configuration") configurationChanged();
    else if (effect === "related") {
      service.filesChanged();
      judgeAgain();
    } else if (effect === "index") signal.changed();
  };

  documents.onDidOpen(() => signal.changed());
  documents.onDidChangeContent(({ document }) => {
    if (isConfigurationFile(document.uri)) configurationChanged();
    else logged(push?.publish(document));
  });
  documents.onDidClose(({ document: { uri } }) => {
    assessments.close(uri);
    index.changed(uri);
    logged(push?.clear(uri));
    if (isConfigurationFile(uri)) configurationChanged();
    else signal.changed();
  });
  connection.onDidChangeConfiguration((params) => logged(settingsChanged(params.settings)));
  connection.onDidChangeWatchedFiles(watchedFilesChanged);
  connection.onInitialized(() => {
    if (support.watching) logged(watchFiles(session));
    if (support.settings) logged(settingsChanged(undefined));
    if (support.settingsEvents) logged(watchSettings(session));
    if (support.folders) connection.workspace.onDidChangeWorkspaceFolders(() => logged(foldersChanged(session)));
  });
}

/** What the client is asked for again when all is judged again. */
function refreshersOf({ connection }: Session, support: ClientSupport): readonly Refresher[] {
  const diagnostics = (): Promise<void> => connection.languages.diagnostics.refresh();
  const semanticTokens = (): Promise<void> => connection.languages.semanticTokens.refresh();
  const codeLenses = (): Promise<void> => connection.sendRequest(CodeLensRefreshRequest.type);
  return [
    ...(support.refresh ? [new Refresher(connection, diagnostics)] : []),
    ...(support.codeLensRefresh ? [new Refresher(connection, codeLenses)] : []),
    ...(support.semanticTokensRefresh ? [new Refresher(connection, semanticTokens)] : []),
  ];
}

async function watchSettings({ connection }: Session): Promise<void> {
  await connection.client.register(DidChangeConfigurationNotification.type, { section: "releaseDocs" });
}

async function foldersChanged({ connection, index, signal }: Session): Promise<void> {
  const folders = await connection.workspace.getWorkspaceFolders();
  index.setFolders((folders ?? []).map((folder) => folder.uri));
  signal.changed();
}
