import { Disposable, Uri, type WebviewPanel } from "vscode";
import type { ReportAnswer } from "../../../server/src/lsp/protocol.ts";
import { jumpTo } from "../preview/jump-to.ts";
import { LatestOnly } from "../preview/latest-only.ts";
import { readMessage, type ToPage } from "../preview/messages.ts";
import type { PageFiles } from "../preview/page-files.ts";
import { pageShell } from "../preview/page-shell.ts";
import { placeOfLink, type ReportSubject } from "./report-address.ts";
import type { WriteReport } from "./report-documents.ts";

/** What a panel needs to show a report. */
export interface ReportPage {
  /** The report's address, by which its page finds back to it after a reload. */
  readonly address: Uri;
  readonly subject: ReportSubject;
  readonly files: PageFiles;
  readonly write: WriteReport;
}

/** A report as a page to read: written again as its documents are judged; its links lead to their lines. */
export class ReportPanel {
  readonly subject: ReportSubject;
  readonly panel: WebviewPanel;
  readonly #write: WriteReport;
  readonly #update = new LatestOnly(() => this.#render());
  #answer: ReportAnswer | undefined;

  constructor(panel: WebviewPanel, { address, subject, files, write }: ReportPage) {
    this.panel = panel;
    this.subject = subject;
    this.#write = write;
    panel.iconPath = files.icon;
    const { webview } = panel;
    const listener = webview.onDidReceiveMessage((value: unknown) => {
      const message = readMessage(value);
      if (message?.type === "ready") this.#ready();
      if (message?.type === "open") this.#open(message.href).catch(() => undefined);
    });
    panel.onDidDispose(() => Disposable.from(listener).dispose());
    webview.html = pageShell({
      script: webview.asWebviewUri(files.script).toString(),
      nonce: crypto.randomUUID().replaceAll("-", ""),
      uri: address.toString(),
    });
  }

  /** A document was judged. */
  accept(uri: string): void {
    if (this.#answer?.uris.includes(uri) === true) this.#update.request();
  }

  /** The server is back. */
  refresh(): void {
    this.#update.request();
  }

  #ready(): void {
    if (this.#answer !== undefined) this.#show(this.#answer);
    this.#update.request();
  }

  async #render(): Promise<void> {
    try {
      const answer = await this.#write(this.subject);
      const before = this.#answer;
      this.#answer = answer;
      if (before?.text !== answer.text) this.#show(answer);
    } catch {
      if (this.#answer === undefined) this.#post({ type: "notice", message: "Waiting for Release Docs…" });
    }
  }

  #show({ html, verdictTitle }: ReportAnswer): void {
    this.panel.title = `${verdictTitle}: report`;
    this.#post({ type: "page", html, verdict: verdictTitle });
  }

  #post(message: ToPage): void {
    this.panel.webview.postMessage(message).then(undefined, () => undefined);
  }

  async #open(href: string): Promise<void> {
    const place = placeOfLink(href, this.#answer?.uris ?? []);
    if (place !== undefined) await jumpTo(Uri.parse(place.uri), (place.line ?? 1) - 1, 0);
  }
}
