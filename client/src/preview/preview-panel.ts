import { Disposable, type TextDocument, type Uri, type WebviewPanel, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type AssessmentParams, type RenderedDocument, renderMethod } from "../../../server/src/lsp/protocol.ts";
import { followLink } from "./follow-link.ts";
import { type GateEditor, isContentModified } from "./gate-editor.ts";
import { jumpTo } from "./jump-to.ts";
import { LatestOnly } from "./latest-only.ts";
import { type FromPage, readMessage, type ToPage } from "./messages.ts";
import { openDocument } from "./open-document.ts";
import { pageShell } from "./page-shell.ts";
import { readOnlyReason } from "./read-only-reason.ts";
import { ScrollSync } from "./scroll-sync.ts";

/** What a preview works with. */
export interface PreviewHost {
  readonly client: BaseLanguageClient;
  readonly gates: GateEditor;
  /** URI of the page's script, on disk. */
  readonly script: Uri;
}

const closedDraft = "This document is closed. If you saved it, open the preview of its file.";

/** One preview: shows one document as it changes, and takes what its page says. */
export class PreviewPanel {
  readonly uri: Uri;
  readonly panel: WebviewPanel;
  readonly #host: PreviewHost;
  readonly #scroll: ScrollSync;
  readonly #disposables: Disposable[];
  readonly #update = new LatestOnly(() => this.#render());
  /** What the page shows, to be shown again when it comes back. */
  #shown: ToPage | undefined;
  #version = -1;
  /** Something besides the text may have changed since. */
  #outdated = false;

  constructor(uri: Uri, panel: WebviewPanel, host: PreviewHost) {
    this.uri = uri;
    this.panel = panel;
    this.#host = host;
    this.#scroll = new ScrollSync(uri);
    this.#disposables = [
      panel.webview.onDidReceiveMessage((value: unknown) => {
        const message = readMessage(value);
        if (message !== undefined) this.#receive(message);
      }),
      ...[workspace.onDidOpenTextDocument, workspace.onDidCloseTextDocument].map((event) =>
        event((document) => this.#isOf(document) && this.refresh()),
      ),
      workspace.onDidChangeTextDocument(({ document }) => this.#isOf(document) && this.#update.request()),
      workspace.onDidGrantWorkspaceTrust(() => this.refresh()),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        const line = this.#scroll.moved(textEditor);
        if (line !== undefined) this.#post({ type: "scroll", line });
      }),
    ];
    panel.onDidDispose(() => Disposable.from(...this.#disposables).dispose());
    const { webview } = panel;
    webview.html = pageShell({
      script: webview.asWebviewUri(host.script).toString(),
      nonce: newNonce(),
      uri: uri.toString(),
    });
  }

  /** Hears of each assessment: one of the version that is shown means that something besides the text has changed. */
  accept({ uri, version }: AssessmentParams): void {
    if (uri === this.uri.toString() && version === this.#version && !this.#update.running) this.refresh();
  }

  /** Shows the document again, though its text may be the same: the server is back. */
  refresh(): void {
    this.#outdated = true;
    this.#update.request();
  }

  #isOf({ uri }: TextDocument): boolean {
    return uri.toString() === this.uri.toString();
  }

  async #render(): Promise<void> {
    try {
      const document = await openDocument(this.uri);
      if (document === undefined) {
        this.#show({ type: "notice", message: closedDraft });
        return;
      }
      if (document.version === this.#version && !this.#outdated) return;
      this.#outdated = false;
      const rendered = await this.#host.client.sendRequest<RenderedDocument | null>(renderMethod, {
        uri: this.uri.toString(),
      });
      if (rendered === null) {
        this.#show({ type: "notice", message: "This file is no release document, so there is nothing to preview." });
        return;
      }
      this.#version = rendered.version;
      const readOnly = readOnlyReason(this.uri);
      this.panel.title = `Preview ${rendered.title}`;
      const update = { type: "update", html: rendered.html, verdict: rendered.verdictTitle } as const;
      this.#show(readOnly === undefined ? update : { ...update, readOnly });
    } catch (error) {
      this.#outdated = true;
      if (isContentModified(error)) this.#update.request();
      else if (this.#shown === undefined) this.#show({ type: "notice", message: "Waiting for Release Docs…" });
    }
  }

  #show(message: ToPage): void {
    if (JSON.stringify(message) === JSON.stringify(this.#shown)) return;
    this.#shown = message;
    this.#post(message);
  }

  #post(message: ToPage): void {
    this.panel.webview.postMessage(message).then(undefined, () => undefined);
  }

  #receive(message: FromPage): void {
    switch (message.type) {
      case "ready":
        this.#ready();
        break;
      case "answer":
        this.#answer(message).catch(() => this.#post({ type: "reset" }));
        break;
      case "jump":
        jumpTo(this.uri, message.line, message.character).catch(() => undefined);
        break;
      case "scrolled":
        this.#scroll.reveal(message.line);
        break;
      case "open":
        followLink(this.uri, message.href).catch(() => undefined);
        break;
    }
  }

  #ready(): void {
    if (this.#shown !== undefined) this.#post(this.#shown);
    this.#update.request();
    const line = this.#scroll.topLine();
    if (line !== undefined) this.#post({ type: "scroll", line });
  }

  async #answer({ gate, option, checked }: Extract<FromPage, { type: "answer" }>): Promise<void> {
    if (readOnlyReason(this.uri) !== undefined) {
      this.#post({ type: "reset" });
      return;
    }
    const outcome = await this.#host.gates.answer({
      uri: this.uri.toString(),
      gate,
      state: checked ? "checked" : "open",
      ...(option === undefined ? {} : { option }),
    });
    if (outcome !== "done") this.#post({ type: "reset" });
  }
}

function newNonce(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
