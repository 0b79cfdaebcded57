import {
  commands,
  type Disposable,
  type ExtensionContext,
  ExtensionMode,
  type LogOutputChannel,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, State } from "vscode-languageclient";
import {
  type AssessmentParams,
  type AssessmentSummary,
  assessmentNotification,
} from "../../server/src/lsp/protocol.ts";
import { BoundedFiles, type RealPath } from "./bounded-files.ts";
import { clientOptions } from "./client-options.ts";
import { commandIds, innerCommandIds } from "./command-ids.ts";
import { CrashHandler } from "./crash-handler.ts";
import { DocumentContext } from "./document-context.ts";
import { isReleaseDocument } from "./is-release-document.ts";
import { knownCommands } from "./known-commands.ts";
import { useManifestLanguage } from "./manifest-language/use-manifest-language.ts";
import { registerPreview } from "./preview/register-preview.ts";
import { type ReleaseViews, registerReleaseViews } from "./release-views.ts";
import { RestartPolicy } from "./restart-policy.ts";
import { serveFiles } from "./server-files.ts";
import { showBlockers } from "./show-blockers.ts";
import { showOpenGates } from "./show-open-gates.ts";
import { VerdictStatusBar } from "./status-bar.ts";
import { RequestsInFlight } from "./watchdog/requests-in-flight.ts";
import { watchServer } from "./watchdog/watch-server.ts";

/** A language client, and the hand on its server. */
export interface ServedClient {
  readonly client: BaseLanguageClient;
  /** Ends the server at once, whatever it does. Then its connection closes. */
  end(): void;
}

/** Makes the language client of a host; it does not start the server. */
export type CreateClient = (options: LanguageClientOptions) => ServedClient;

/** What the extension offers to others. */
export interface ReleaseDocsExtension {
  /** Resolves once the server runs: after the first document that is ours was seen. */
  readonly whenStarted: Promise<void>;
  /** What is thought of the document in the active editor, as the status bar shows it. */
  activeAssessment(): AssessmentSummary | undefined;
  /** The Release Checklist as it stands. */
  readonly checklist: ReleaseViews["checklist"];
}

/**
 * Sets up all that the extension does, on every host; the server starts when there is something for it to judge. `realPath`: where
 * files may be links.
 */
export function activateClient(
  context: ExtensionContext,
  createClient: CreateClient,
  realPath?: RealPath,
): ReleaseDocsExtension {
  const files = new BoundedFiles(realPath);
  const output = window.createOutputChannel("Release Docs", { log: true });
  const statusBar = new VerdictStatusBar();
  const documentContext = new DocumentContext();
  const policy = new RestartPolicy(Date.now);
  const restart = async (): Promise<void> => {
    policy.reset();
    // A server that does not stop is ended by the client.
    if (client.needsStop()) await client.stop().catch((error: unknown) => output.warn(String(error)));
    await client.start();
  };
  const crashHandler = new CrashHandler(policy, { restart, showOutput: () => output.show() });
  const requests = new RequestsInFlight();
  const { client, end } = createClient(clientOptions(output, crashHandler, requests));
  client.registerFeature(knownCommands);
  serveFiles(client, files);
  const previews = registerPreview(context, client, files);
  const views = registerReleaseViews(context, client, { gates: previews.gates, files });
  assessmentNotification.receive(client, (params: AssessmentParams) => {
    statusBar.accept(params);
    documentContext.accept(params);
    previews.accept(params);
    views.accept(params);
  });
  // Who develops the extension may hold the server at a line for as long as it takes.
  if (context.extensionMode !== ExtensionMode.Development) {
    context.subscriptions.push(watchServer({ client, requests, crashHandler, output, end }));
  }
  context.subscriptions.push(
    output,
    statusBar,
    documentContext,
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) return;
      statusBar.clear();
      documentContext.clear();
    }),
    { dispose: () => client.dispose().catch(() => undefined) },
    workspace.onDidGrantWorkspaceTrust(() => {
      if (client.isRunning())
        restart().catch((error: unknown) => output.error("The server did not restart.", String(error)));
    }),
    commands.registerCommand(commandIds.showBlockers, () => showBlockers(client, statusBar.active)),
    commands.registerCommand(innerCommandIds.showOpenGates, showOpenGates),
    commands.registerCommand(commandIds.useManifestLanguage, useManifestLanguage),
    commands.registerCommand(commandIds.restartServer, restart),
    commands.registerCommand(commandIds.showOutput, () => output.show()),
  );
  const whenStarted = firstReleaseDocument(context.subscriptions, output).then(() => client.start());
  whenStarted.catch((error: unknown) => output.error("The server did not start.", String(error)));
  return { whenStarted, activeAssessment: () => statusBar.active, checklist: views.checklist };
}

/** Resolves at the first document that may be ours: an open one, or a workspace with a configuration of ours. */
function firstReleaseDocument(subscriptions: Disposable[], output: LogOutputChannel): Promise<void> {
  return new Promise((resolve) => {
    const listeners: Disposable[] = [];
    const consider = (document: TextDocument): void => {
      if (mayBeOurs(document)) found(`the document ${document.uri.toString()}`);
    };
    const found = (what: string): void => {
      for (const listener of listeners.splice(0)) listener.dispose();
      output.debug(`The server is wanted for ${what}.`);
      resolve();
    };
    listeners.push(
      workspace.onDidOpenTextDocument(consider),
      workspace.onDidChangeTextDocument(({ document }) => consider(document)),
    );
    subscriptions.push({ dispose: () => listeners.splice(0).forEach((listener) => void listener.dispose()) });
    for (const document of workspace.textDocuments) consider(document);
    workspace.findFiles("**/.release-docs.yaml", "**/node_modules/**", 1).then(
      ([file]) => {
        if (file !== undefined) found(`the configuration ${file.toString()}`);
      },
      () => undefined,
    );
  });
}

function mayBeOurs(document: TextDocument): boolean {
  if (!["yaml", "markdown", "release-manifest"].includes(document.languageId)) return false;
  return isReleaseDocument({ languageId: document.languageId, path: document.uri.path, text: document.getText() });
}
