import { commands, type ExtensionContext, env, languages, Uri, window, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  type AssessmentParams,
  type ReportAnswer,
  type ReportParams,
  reportRequest,
} from "../../../server/src/lsp/protocol.ts";
import { pageFiles } from "../preview/page-files.ts";
import { type ReportSubject, readSubject, reportScheme } from "./report-address.ts";
import { reportCommands } from "./report-commands.ts";
import { ReportDocuments } from "./report-documents.ts";
import { ReportPanels, reportUri, reportViewType } from "./report-panels.ts";

export interface ReportHost {
  readonly client: BaseLanguageClient;
  /** Starts the server if it does not run. */
  start(): Promise<void>;
  /** URIs of the release documents of the workspace, without templates. */
  listed(): Promise<readonly string[]>;
}

export interface Reports {
  /** Takes in that the server judged a document. */
  accept(params: AssessmentParams): void;
  /** Copies the report of these documents, and no others. */
  copy(uris: readonly string[]): Promise<void>;
}

/** Sets up the Go/No-Go report: shown as a document, copied, saved. */
export function registerReport(context: ExtensionContext, host: ReportHost): Reports {
  const write = async (subject: ReportSubject): Promise<ReportAnswer> => {
    await host.start();
    const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
    const params: ReportParams = { ...subject, folders };
    return reportRequest.send(host.client, params);
  };
  const documents = new ReportDocuments(write);
  const copy = async (subject: ReportSubject): Promise<void> => {
    const { text, verdictTitle, uris } = await write(subject);
    if (uris.length === 0) return nothingToReport();
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(`$(check) Go/No-Go report copied: ${verdictTitle}`, 5000);
  };
  const shown = new ReportPanels(write, pageFiles(context.extensionUri));
  context.subscriptions.push(
    documents,
    shown,
    workspace.registerTextDocumentContentProvider(reportScheme, documents),
    languages.registerDocumentLinkProvider({ scheme: reportScheme }, documents),
    workspace.onDidCloseTextDocument(({ uri }) => documents.forget(uri)),
    commands.registerCommand(reportCommands.show, async (target: unknown) => {
      const subject = await subjectOf(target, host, shown);
      if (subject.uris.length === 0) return nothingToReport();
      shown.show(subject);
    }),
    commands.registerCommand(reportCommands.showSource, async (target: unknown) => {
      const uri = reportUri(await subjectOf(target, host, shown));
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
    }),
    window.registerWebviewPanelSerializer(reportViewType, shown),
    host.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) shown.refresh();
    }),
    commands.registerCommand(reportCommands.copy, async (target: unknown) =>
      copy(await subjectOf(target, host, shown)),
    ),
    commands.registerCommand(reportCommands.save, async (target: unknown) =>
      save(write, await subjectOf(target, host, shown)),
    ),
  );
  return {
    accept({ uri }) {
      documents.accept(uri);
      shown.accept(uri);
    },
    copy: (uris) => copy({ uris, release: false }),
  };
}

async function save(write: (subject: ReportSubject) => Promise<ReportAnswer>, subject: ReportSubject): Promise<void> {
  const { text, uris } = await write(subject);
  if (uris.length === 0) return nothingToReport();
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: "Save Go/No-Go Report",
    filters: { Markdown: ["md"] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, "go-no-go.md") }),
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await window.showTextDocument(target);
}

/**
 * What a command is about: what it was called on; else the report that is shown, or the document of the active editor with its
 * release; else every release document.
 */
async function subjectOf(
  target: unknown,
  { start, listed }: ReportHost,
  { active: shown }: ReportPanels,
): Promise<ReportSubject> {
  if (target instanceof Uri && target.scheme !== reportScheme) return { uris: [target.toString()], release: true };
  const uri = target instanceof Uri ? target : window.activeTextEditor?.document.uri;
  const own = uri?.scheme === reportScheme ? readSubject(uri.query) : shown;
  if (own !== undefined) return own;
  await start();
  const all = await listed();
  const active = uri?.toString();
  return active !== undefined && all.includes(active)
    ? { uris: [active], release: true }
    : { uris: all, release: false };
}

function nothingToReport(): void {
  window.showInformationMessage("There is no release document to report on.");
}
