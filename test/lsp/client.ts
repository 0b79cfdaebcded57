import { type ChildProcess, spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import picomatch from "picomatch";
import {
  ApplyWorkspaceEditRequest,
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  type FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  Message,
  type MessageStrategy,
  MessageType,
  type PreviousResultId,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceEdit,
  WorkspaceFoldersRequest,
} from "vscode-languageserver/node";
import {
  type AssessmentParams,
  assessmentNotification,
  checklistsChangedNotification,
  type FileParams,
  type FindFilesParams,
  fileExistsRequest,
  fileStandsRequest,
  findFilesRequest,
  readFileRequest,
  rootRequest,
} from "../../server/src/lsp/protocol.ts";
import type { Runtime } from "../../server/src/lsp/runtime.ts";
import { startServer } from "../../server/src/lsp/start-server.ts";
import { Request } from "../../server/src/lsp/typed-messages.ts";
import { Inbox } from "./inbox.ts";

/** URI of the only workspace folder. */
export const folder = "file:///workspace";

/** A client that pulls, refreshes, watches and takes versioned edits. */
export const pullCapabilities: ClientCapabilities = {
  textDocument: { diagnostic: { dynamicRegistration: false } },
  workspace: {
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
};

/** What keeps the event loop of a server from rest, by Node's names, and its CPU time so far in milliseconds. */
export interface Probe {
  readonly pending: readonly string[];
  readonly cpu: number;
}

const idleProbe = fileURLToPath(new URL("idle-probe.cjs", import.meta.url));

/** A held `workspace/diagnostic` request: what it streams, and its end. */
export interface HeldRequest {
  readonly reports: Inbox<WorkspaceDocumentDiagnosticReport>;
  readonly end: Promise<unknown>;
}

/** A language client without an editor: files are a map, and everything that the server says is kept. */
export class TestClient {
  readonly files = new Map<string, string>();
  /** URIs of what is there, and found, but may not be read. */
  readonly barred = new Set<string>();
  readonly assessments = new Inbox<AssessmentParams>();
  readonly published = new Inbox<PublishDiagnosticsParams>();
  readonly refreshes = new Inbox<true>();
  readonly checklistChanges = new Inbox<true>();
  readonly registered = new Inbox<Registration>();
  /** Ids of registrations that were taken back. */
  readonly unregistered = new Inbox<string>();
  /** Edits that the server asked for. */
  readonly applied = new Inbox<WorkspaceEdit>();
  /** The settings of the person at the keyboard, below `releaseDocs`. */
  settings: Readonly<Record<string, unknown>> = {};
  readonly errors: string[] = [];
  /** How often the server asked something. */
  asked = 0;
  readonly #connection: ProtocolConnection;
  readonly #process: ChildProcess | undefined;
  readonly #versions = new Map<string, number>();

  private constructor(connection: ProtocolConnection, process?: ChildProcess) {
    this.#connection = connection;
    this.#process = process;
    assessmentNotification.receive(connection, (params: AssessmentParams) => this.assessments.push(params));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => this.published.push(params));
    connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type === MessageType.Error) this.errors.push(message);
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => this.refreshes.push(true));
    checklistsChangedNotification.receive(connection, () => this.checklistChanges.push(true));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const registration of registrations) this.registered.push(registration);
    });
    connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { id } of unregisterations) this.unregistered.push(id);
    });
    connection.onRequest(WorkspaceFoldersRequest.type, () => [{ uri: folder, name: "workspace" }]);
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      this.applied.push(edit);
      return { applied: true };
    });
    readFileRequest.answer(connection, ({ uri }: FileParams) => this.files.get(uri) ?? null);
    fileExistsRequest.answer(connection, ({ uri }: FileParams) => this.files.has(uri));
    fileStandsRequest.answer(connection, ({ uri }: FileParams) => this.files.has(uri) || this.barred.has(uri));
    rootRequest.answer(connection, ({ uri }: FileParams) => (uri.startsWith(`${folder}/`) ? folder : null));
    findFilesRequest.answer(connection, ({ base, include }: FindFilesParams) => {
      const fits = picomatch([...include], { dot: true });
      return [...this.files.keys(), ...this.barred].filter(
        (uri) => uri.startsWith(`${base}/`) && fits(uri.slice(base.length + 1)),
      );
    });
    connection.listen();
  }

  /** Starts a bundled server as its own process. With `probed`, it can be asked what it is busy with. */
  static overStdio(server: string, probed = false): TestClient {
    const args = [...(probed ? ["--require", idleProbe] : []), server, "--stdio"];
    const stdio = ["pipe", "pipe", "inherit", ...(probed ? ["ipc" as const] : [])] as const;
    const child = spawn(process.execPath, args, { stdio: [...stdio] });
    if (child.stdout === null || child.stdin === null) throw new Error("The server has no streams.");
    const counting: MessageStrategy = {
      handleMessage(message, next) {
        if (Message.isRequest(message)) client.asked++;
        return next(message);
      },
    };
    const reader = new StreamMessageReader(child.stdout);
    const writer = new StreamMessageWriter(child.stdin);
    const connection = createProtocolConnection(reader, writer, undefined, { messageStrategy: counting });
    const client = new TestClient(connection, child);
    return client;
  }

  /** What a probed server is busy with. */
  probe(): Promise<Probe> {
    return new Promise((resolve) => {
      this.#process?.once("message", (answer: Probe) => resolve(answer));
      this.#process?.send("probe");
    });
  }

  /** Starts a server in this process, over streams. */
  static inProcess(runtime: Runtime): TestClient {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const reader = new StreamMessageReader(toServer);
    const writer = new StreamMessageWriter(toClient);
    startServer((options) => createConnection(reader, writer, options), runtime);
    return new TestClient(
      createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
    );
  }

  async initialize(capabilities: ClientCapabilities = pullCapabilities): Promise<InitializeResult> {
    const result = await this.#connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: folder,
      capabilities,
      workspaceFolders: [{ uri: folder, name: "workspace" }],
    });
    await this.#connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  async open(
    uri: string,
    text: string,
    languageId = uri.endsWith(".md") ? "markdown" : "release-manifest",
  ): Promise<void> {
    this.#versions.set(uri, 1);
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Edits a document; answers its new version. Without a range the whole text is replaced. */
  async change(uri: string, text: string, range?: Range): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [range === undefined ? { text } : { text, range }],
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.#connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async filesChanged(...changes: readonly { readonly uri: string; readonly type: FileChangeType }[]): Promise<void> {
    await this.#connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [...changes] });
  }

  pull(uri: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return this.#connection.sendRequest(DocumentDiagnosticRequest.type, params, token);
  }

  /** Pulls the workspace, with partial results, until the token ends it. */
  pullWorkspace(token: CancellationToken, previousResultIds: PreviousResultId[] = []): HeldRequest {
    const reports = new Inbox<WorkspaceDocumentDiagnosticReport>();
    const partialResultToken = `workspace-${Math.random()}`;
    this.#connection.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, ({ items }) => {
      for (const item of items) reports.push(item);
    });
    const params = { previousResultIds, partialResultToken };
    const end = this.#connection.sendRequest(WorkspaceDiagnosticRequest.type, params, token).then(
      (result) => result,
      (error: unknown) => error,
    );
    return { reports, end };
  }

  /** `unresolved`: also those whose edit is asked for when they are chosen. */
  async codeActions(uri: string, range: Range, only?: string[], unresolved = false): Promise<CodeAction[]> {
    const actions = await this.#connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
    return (actions ?? []).filter(
      (action): action is CodeAction => "edit" in action || (unresolved && "data" in action),
    );
  }

  /** Any request: one of our own, or by its method. */
  request<Params, Result>(request: Request<Params, Result>, params: Params, token?: CancellationToken): Promise<Result>;
  request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result>;
  request(request: string | Request<object, unknown>, params: object, token?: CancellationToken): Promise<unknown> {
    const typed = typeof request === "string" ? new Request<object, unknown>(request) : request;
    return typed.send(this.#connection, params, token);
  }

  /** Any notification, by its method. */
  notify(method: string, params: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** Ends a server that is a process of its own, whatever it does; nothing where it has ended. */
  kill(): void {
    this.#process?.kill("SIGKILL");
  }

  /** Shuts the server down; answers the exit code of a server that is a process of its own. */
  async stop(): Promise<number | null> {
    await this.#connection.sendRequest(ShutdownRequest.type);
    const child = this.#process;
    if (child === undefined) {
      this.#connection.dispose();
      return null;
    }
    const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
    await this.#connection.sendNotification(ExitNotification.type);
    const code = await exited;
    this.#connection.dispose();
    return code;
  }
}
