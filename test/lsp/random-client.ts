import { type CancellationToken, CancellationTokenSource, type ClientCapabilities } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import * as protocol from "../../server/src/lsp/protocol.ts";
import { Writer } from "../fuzz/edits.ts";
import type { Random } from "../fuzz/random.ts";
import { folder, type TestClient } from "./client.ts";

/** All that changes how the server behaves. */
export const everything: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { resolveSupport: { properties: ["edit"] } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
};

/** How a request ended. */
export interface Outcome {
  readonly method: string;
  readonly uri: string;
  /** The code and words of its error; `undefined` when it has a result. */
  readonly failure: { readonly code: unknown; readonly message: string } | undefined;
}

interface InFlight {
  readonly held: boolean;
  readonly source: CancellationTokenSource;
  readonly outcome: Promise<Outcome>;
}

interface OpenDocument {
  readonly text: Writer;
  version: number;
  shown: TextDocument;
}

/** What is asked about a document, at a place of it. */
interface Spot {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  readonly range: { readonly start: Spot["position"]; readonly end: Spot["position"] };
  readonly random: Random;
}

const about = ({ uri }: Spot) => ({ textDocument: { uri } });
const at = (spot: Spot) => ({ ...about(spot), position: spot.position });
const over = (spot: Spot) => ({ ...about(spot), range: spot.range });
const options = { tabSize: 2, insertSpaces: true };

/** The parameters of each request that the server answers, by its method. */
export const questions: Readonly<Record<string, (spot: Spot) => object>> = {
  "textDocument/completion": at,
  "textDocument/hover": at,
  "textDocument/definition": at,
  "textDocument/documentHighlight": at,
  "textDocument/references": (spot) => ({ ...at(spot), context: { includeDeclaration: true } }),
  "textDocument/prepareRename": at,
  "textDocument/rename": (spot) => ({ ...at(spot), newName: "v9.9.9" }),
  "textDocument/documentSymbol": about,
  "textDocument/documentLink": about,
  "textDocument/foldingRange": about,
  "textDocument/codeLens": about,
  "textDocument/selectionRange": (spot) => ({ ...about(spot), positions: [spot.position] }),
  "textDocument/semanticTokens/full": about,
  "textDocument/semanticTokens/range": over,
  "textDocument/formatting": (spot) => ({ ...about(spot), options }),
  "textDocument/rangeFormatting": (spot) => ({ ...over(spot), options }),
  "textDocument/codeAction": (spot) => ({ ...over(spot), context: { diagnostics: [] } }),
  "codeAction/resolve": ({ uri, random }) => ({
    title: "Fix",
    data: { uri, version: 1 + random.below(5), title: "Fix" },
  }),
  "textDocument/diagnostic": about,
  "workspace/diagnostic": ({ random }) => ({
    previousResultIds: [],
    ...(random.below(2) === 0 ? {} : { partialResultToken: `partial-${random.below(1e9)}` }),
  }),
  "workspace/symbol": ({ random }) => ({ query: random.pick(["", "roll", "v2"]) }),
  "workspace/executeCommand": ({ uri }) => ({ command: "releaseDocs.declareDocument", arguments: [uri] }),
  [protocol.pingRequest.method]: () => ({}),
  [protocol.blockersRequest.method]: ({ uri }) => ({ uri }),
  [protocol.checklistRequest.method]: ({ uri }) => ({ uri }),
  [protocol.checklistsRequest.method]: () => ({}),
  [protocol.renderRequest.method]: ({ uri, random }) => ({ uri, since: random.below(4) }),
  [protocol.exportPageRequest.method]: ({ uri }) => ({ uri }),
  [protocol.answerGateRequest.method]: ({ uri, random }) => ({
    uri,
    gate: `gate-${random.below(9)}`,
    state: "checked",
  }),
  [protocol.fillTemplateRequest.method]: ({ uri }) => ({
    uri,
    text: "# Release Runbook: vX.Y.Z\n",
    values: { version: "v1.2.3" },
  }),
  [protocol.reportRequest.method]: ({ uri, random }) => ({
    uris: [uri],
    release: random.below(2) === 0,
    folders: [folder],
  }),
};

/** What views ask whenever something opens or closes: it waits for documents that are being read. */
const patient = [
  protocol.checklistRequest.method,
  protocol.checklistsRequest.method,
  protocol.reportRequest.method,
  protocol.renderRequest.method,
  "textDocument/diagnostic",
  "workspace/symbol",
];

/** A client that keeps to the protocol and to nothing else. It does the same for the same seed, whatever the server answers. */
export class RandomClient {
  /** What it did, for whom it fails. */
  readonly log: string[] = [];
  readonly #client: TestClient;
  readonly #random: Random;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #desk: readonly string[];
  readonly #open = new Map<string, OpenDocument>();
  readonly #asked: InFlight[] = [];

  /** `texts`: what the documents say when they are opened, by URI. Those that the client has as files are stored too. */
  constructor(client: TestClient, random: Random, texts: ReadonlyMap<string, string>) {
    this.#client = client;
    this.#random = random;
    this.#texts = texts;
    const uris = [...texts.keys()];
    this.#desk = [0, 1].map(() => uris[random.below(uris.length)] ?? "");
  }

  /** Does so many things. A few at a time are sent at once: what the server has not begun yet waits in its queue. */
  async run(steps: number): Promise<void> {
    const acts = {
      open: 4,
      close: 2,
      reopen: 5,
      change: 8,
      ask: 14,
      cancel: 3,
      save: 1,
      settings: 1,
      files: 1,
      folders: 1,
      await: 2,
    };
    const wheel = Object.entries(acts).flatMap(([act, weight]) => Array.from({ length: weight }, () => act));
    for (let step = 0; step < steps; ) {
      const burst = 1 + this.#random.below(12);
      const sent = Array.from({ length: burst }, () => this.#act(wheel[this.#random.below(wheel.length)] ?? "ask"));
      await Promise.all(sent);
      step += burst;
    }
  }

  /** Gives up what is held open, and waits for all answers. */
  async finish(): Promise<readonly Outcome[]> {
    for (const { held, source } of this.#asked) if (held) source.cancel();
    return Promise.all(this.#asked.map(({ outcome }) => outcome));
  }

  async #act(act: string): Promise<void> {
    const uri = this.#anyUri();
    const document = this.#open.get(uri);
    this.log.push(`${act} ${uri}`);
    if (act === "open") return document === undefined ? this.#openIt(uri) : this.#change(uri, document);
    if (act === "close") return document === undefined ? this.#openIt(uri) : this.#close(uri);
    if (act === "reopen") return document === undefined ? this.#openIt(uri) : this.#reopen(uri);
    if (act === "change") return document === undefined ? this.#openIt(uri) : this.#change(uri, document);
    if (act === "save") return this.#save(uri, document);
    if (act === "ask") return this.#ask(uri);
    if (act === "cancel") return this.#asked[this.#random.below(this.#asked.length)]?.source.cancel();
    if (act === "files") return this.#client.filesChanged({ uri, type: this.#fileEvent(uri) });
    if (act === "settings") return this.#changeSettings();
    if (act === "folders") {
      const event = { added: [], removed: [] };
      return this.#client.notify("workspace/didChangeWorkspaceFolders", { event });
    }
    const short = this.#asked.filter(({ held }) => !held);
    await short[this.#random.below(short.length)]?.outcome;
  }

  /** Half the time one of two: who works, works at something. */
  #anyUri(): string {
    const uris = [...this.#texts.keys()];
    const some = this.#random.below(2) === 0 ? this.#desk : uris;
    return some[this.#random.below(some.length)] ?? "";
  }

  #openIt(uri: string): Promise<void> {
    const markdown = /\.md$/.test(uri) || uri.startsWith("untitled:");
    const text = this.#texts.get(uri) ?? "";
    const languageId = markdown ? "markdown" : uri.includes("manifest") ? "release-manifest" : "yaml";
    const shown = TextDocument.create(uri, languageId, 1, text);
    this.#open.set(uri, {
      text: new Writer(this.#random, markdown ? "markdown" : "yaml", text),
      version: 1,
      shown,
    });
    return this.#client.open(uri, text, languageId);
  }

  #close(uri: string): Promise<void> {
    this.#open.delete(uri);
    return this.#client.close(uri);
  }

  /** As when its language is changed, or its file is read again. */
  async #reopen(uri: string): Promise<void> {
    this.#ask(uri, patient);
    const sent = [this.#close(uri), this.#openIt(uri)];
    this.#ask(uri, patient);
    await Promise.all(sent);
  }

  /** A change as one, as two of which the second stands on the first, or as the whole text. */
  async #change(uri: string, document: OpenDocument): Promise<void> {
    const before = document.shown;
    document.text.edit();
    const whole = this.#random.below(4) === 0;
    const contentChanges = whole ? [{ text: document.text.text }] : [difference(before, document.text.text)];
    if (this.#random.below(4) === 0) {
      const between = TextDocument.update(copyOf(before), contentChanges, before.version);
      document.text.edit();
      contentChanges.push(difference(between, document.text.text));
    }
    document.version += 1 + this.#random.below(2);
    document.shown = TextDocument.create(uri, before.languageId, document.version, document.text.text);
    const textDocument = { uri, version: document.version };
    await this.#client.notify("textDocument/didChange", { textDocument, contentChanges });
  }

  async #save(uri: string, document: OpenDocument | undefined): Promise<void> {
    if (document === undefined || uri.startsWith("untitled:")) return;
    const isNew = !this.#client.files.has(uri);
    this.#client.files.set(uri, document.text.text);
    await this.#client.filesChanged({ uri, type: isNew ? 1 : 2 });
  }

  /** Creates, changes or deletes the stored file, and says which. */
  #fileEvent(uri: string): 1 | 2 | 3 {
    const stored = this.#client.files.get(uri);
    if (stored === undefined) {
      this.#client.files.set(uri, this.#texts.get(uri) ?? "");
      return 1;
    }
    if (this.#random.below(3) === 0) {
      this.#client.files.delete(uri);
      return 3;
    }
    this.#client.files.set(uri, `${stored}\n`);
    return 2;
  }

  #changeSettings(): Promise<void> {
    const rules = { "placeholders/*": this.#random.pick(["off", "error", "warning"]) };
    this.#client.settings = { rules, identity: this.#random.pick(["@alice", "@bob"]) };
    return this.#client.notify("workspace/didChangeConfiguration", { settings: null });
  }

  #ask(uri: string, methods = Object.keys(questions)): void {
    const method = methods[this.#random.below(methods.length)] ?? "";
    const params = questions[method]?.(this.#spot(uri)) ?? {};
    this.log.push(`  ${method}`);
    const source = new CancellationTokenSource();
    const outcome = this.#outcome(method, uri, params, source.token);
    this.#asked.push({ held: protocol.heldMethods.has(method), source, outcome });
    if (this.#random.below(8) === 0) source.cancel();
  }

  async #outcome(method: string, uri: string, params: object, token: CancellationToken): Promise<Outcome> {
    try {
      await this.#client.request(method, params, token);
      return { method, uri, failure: undefined };
    } catch (error) {
      return { method, uri, failure: { code: Reflect.get(Object(error), "code"), message: String(error) } };
    }
  }

  #spot(uri: string): Spot {
    const document = this.#open.get(uri)?.shown ?? TextDocument.create(uri, "", 0, this.#texts.get(uri) ?? "");
    const offset = (): number => this.#random.below(document.getText().length + 1);
    const [first, second] = [offset(), offset()];
    const [start, end] = [Math.min(first, second), Math.max(first, second)].map((one) => document.positionAt(one));
    const position = document.positionAt(first);
    return { uri, position, range: { start: start ?? position, end: end ?? position }, random: this.#random };
  }
}

const copyOf = (document: TextDocument): TextDocument =>
  TextDocument.create(document.uri, document.languageId, document.version, document.getText());

/** One change that makes a document say a text. */
function difference(document: TextDocument, text: string): { text: string; range?: Spot["range"] } {
  const before = document.getText();
  const most = Math.min(before.length, text.length);
  let same = 0;
  while (same < most && before[same] === text[same]) same++;
  let tail = 0;
  while (tail < most - same && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  const range = { start: document.positionAt(same), end: document.positionAt(before.length - tail) };
  const change = { range, text: text.slice(same, text.length - tail) };
  // Between CR and LF there is no position.
  return TextDocument.update(copyOf(document), [change], 0).getText() === text ? change : { text };
}
