import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";

const memoryHook = fileURLToPath(new URL("./memory-hook.cjs", import.meta.url));

/** What VS Code says of itself, as far as the two servers look at it. */
const capabilities = {
  textDocument: {
    synchronization: { dynamicRegistration: false },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"] } },
    hover: { contentFormat: ["markdown", "plaintext"] },
  },
  workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
};

const noFiles = {
  readText: async () => undefined,
  exists: async () => false,
  stands: async () => false,
  rootOf: async () => "file:///bench",
};

/**
 * A language server as a process of its own, over stdio, and the client's side of the conversation.
 *
 * @param {object} how
 * @param {string} how.node the Node that runs it
 * @param {string[]} [how.options] of that Node
 * @param {string} how.script
 * @param {boolean} how.pull whether the client asks for diagnostics (`textDocument/diagnostic`) or they are sent
 * @param {(item: { section?: string }) => unknown} [how.configuration] answers `workspace/configuration`
 * @param {import("../../../server/src/workspace/file-system.ts").FileSystem} [how.files] what
 *   the server may read
 * @param {boolean} [how.memory] whether `memory` will be called
 */
export function startLanguageServer({
  node,
  options = [],
  script,
  pull,
  configuration = () => null,
  files = noFiles,
  memory = false,
}) {
  const hook = memory ? ["--expose-gc", "--require", memoryHook] : [];
  const stdio = ["pipe", "pipe", "inherit", ...(memory ? ["ipc"] : [])];
  const child = spawn(node, [...options, ...hook, script, "--stdio"], { stdio });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const versions = new Map();
  const published = new Map();
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
    for (const listener of published.get(uri) ?? []) listener(diagnostics);
  });
  connection.onRequest("workspace/configuration", ({ items }) => items.map(configuration));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.onRequest("releaseDocs/readFile", ({ uri }) => files.readText(uri).then((text) => text ?? null));
  connection.onRequest("releaseDocs/fileExists", ({ uri }) => files.exists(uri));
  connection.onRequest("releaseDocs/fileStands", ({ uri }) => files.stands(uri));
  connection.onRequest("releaseDocs/root", ({ uri }) => files.rootOf(uri));
  connection.onRequest("releaseDocs/findFiles", () => []);
  connection.listen();

  /** The next diagnostics that are sent of a document and that fit. */
  const sent = (uri, fits = () => true) =>
    new Promise((resolve) => {
      const listeners = published.get(uri) ?? new Set();
      published.set(uri, listeners);
      const listener = (diagnostics) => {
        if (!fits(diagnostics)) return;
        listeners.delete(listener);
        resolve(diagnostics);
      };
      listeners.add(listener);
    });
  const asked = async (uri) => {
    const report = await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
    return report.items;
  };

  return {
    async initialize() {
      const diagnostic = pull ? { textDocument: { ...capabilities.textDocument, diagnostic: {} } } : {};
      const result = await connection.sendRequest("initialize", {
        processId: process.pid,
        rootUri: null,
        capabilities: { ...capabilities, ...diagnostic },
        workspaceFolders: null,
      });
      await connection.sendNotification("initialized", {});
      return result.capabilities;
    },
    /** Opens a document; answers its diagnostics. With `fits`, the first that fit: a server may send others before. */
    async open(uri, languageId, text, fits) {
      versions.set(uri, 1);
      const first = pull ? undefined : sent(uri, fits);
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      });
      return first ?? asked(uri);
    },
    /** Sends one change without waiting for anything but its departure. */
    async change(uri, change) {
      const version = versions.get(uri) + 1;
      versions.set(uri, version);
      await connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [change],
      });
    },
    /** Sends one change; answers the diagnostics of the text after it. */
    async keystroke(uri, change) {
      const next = pull ? undefined : sent(uri);
      await this.change(uri, change);
      return next ?? asked(uri);
    },
    request: (method, params) => connection.sendRequest(method, params),
    /** Bytes of the process after a garbage collection: `rss`, `heapUsed`. Works only if it was started with `memory`. */
    memory: () =>
      new Promise((resolve) => {
        child.once("message", resolve);
        child.send("memory");
      }),
    async stop() {
      const exited = new Promise((resolve) => child.once("exit", resolve));
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await exited;
      connection.dispose();
    },
  };
}
