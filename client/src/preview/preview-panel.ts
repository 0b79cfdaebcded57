import { Disposable, type TextDocument, type Uri, type WebviewPanel, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type AssessmentParams,
  type RenderedDocument,
  type RenderParams,
  renderRequest,
} from "../../../server/src/lsp/protocol.ts";
import type { BoundedFiles } from "../bounded-files.ts";
import { followLink } from "./follow-link.ts";
import { type GateEditor, isContentModified } from "./gate-editor.ts";
import { jumpTo } from "./jump-to.ts";
import { LatestOnly } from "./latest-only.ts";
import { type FromPage, readMessage, type ToPage } from "./messages.ts";
import { openDocument } from "./open-document.ts";
import type { PageFiles } from "./page-files.ts";
import { pageShell } from "./page-shell.ts";
import { readOnlyReason } from "./read-only-reason.ts";
import { ScrollSync } from "./scroll-sync.ts";

/** What a preview works with. */
export interface PreviewHost {
  readonly client: BaseLanguageClient;
  readonly gates: GateEditor;
  readonly files: PageFiles;
  readonly bounds: BoundedFiles;
}

const closedDraft = "This document is closed.";

/** One preview: shows one document as it changes, and takes what its page says. */
export class PreviewPanel {
  readonly uri: Uri;
  readonly panel: WebviewPanel;
  readonly #host: PreviewHost;
  readonly #scroll: ScrollSync;
  readonly #disposables: Disposable[];
  readonly #update = new LatestOnly(() => this.#render());
  /** What the page shows: a rendering of the server's, or words of ours; nothing while it is being made. */
  #shown: { readonly rendering: number } | { readonly notice: string } | undefined;
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
    this.#disposables.push(panel.onDidDispose(() => this.leave()));
    panel.iconPath = host.files.icon;
    const { webview } = panel;
    webview.html = pageShell({
      script: webview.asWebviewUri(host.files.script).toString(),
      nonce: newNonce(),
      uri: uri.toString(),
    });
  }

  /** Leaves the panel to another preview, or to nobody. */
  leave(): void {
    Disposable.from(...this.#disposables).dispose();
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

  /** A page that is hidden is made again when it comes back. */
  async #render(): Promise<void> {
    if (!this.panel.visible) return;
    try {
      const document = await openDocument(this.uri);
      if (document === undefined) {
        this.#notice(closedDraft);
        return;
      }
      if (document.version === this.#version && !this.#outdated) return;
      this.#outdated = false;
      const before = this.#shown;
      const rendered = await renderRequest.send(this.#host.client, this.#wanted());
      if (this.#shown !== before) return; // The page was made anew meanwhile, and has asked for all of it.
      if (rendered === null) this.#notice("This file is no release document, so there is nothing to preview.");
      else this.#show(rendered);
    } catch (error) {
      this.#outdated = true;
      if (isContentModified(error)) this.#update.request();
      else if (this.#shown === undefined) this.#notice("Waiting for Release Docs…");
    }
  }

  #wanted(): RenderParams {
    const readOnly = readOnlyReason(this.uri);
    return {
      uri: this.uri.toString(),
      ...(this.#shown !== undefined && "rendering" in this.#shown ? { since: this.#shown.rendering } : {}),
      ...(readOnly === undefined ? {} : { readOnly }),
    };
  }

  #show({ version, title, verdictTitle: verdict, page }: RenderedDocument): void {
    this.#version = version;
    this.panel.title = `Preview ${title}`;
    this.#shown = { rendering: page.rendering };
    if ("html" in page) this.#post({ type: "page", html: page.html, verdict });
    else if (page.changes.length > 0) this.#post({ type: "changes", changes: page.changes, verdict });
  }

  #notice(notice: string): void {
    if (this.#shown !== undefined && "notice" in this.#shown && this.#shown.notice === notice) return;
    this.#shown = { notice };
    this.#post({ type: "notice", message: notice });
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
        followLink(this.uri, message.href, this.#host.bounds).catch(() => undefined);
        break;
    }
  }

  #ready(): void {
    this.#shown = undefined;
    this.refresh();
    const line = this.#scroll.topLine();
    if (line !== undefined) this.#post({ type: "scroll", line });
  }

  async #answer({ gate, option, checked }: Extract<FromPage, { type: "answer" }>): Promise<void> {
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
