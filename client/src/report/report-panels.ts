import { Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { readUri } from "../preview/messages.ts";
import type { PageFiles } from "../preview/page-files.ts";
import { type ReportSubject, readSubject, reportScheme, subjectQuery } from "./report-address.ts";
import type { WriteReport } from "./report-documents.ts";
import { ReportPanel } from "./report-panel.ts";

export const reportViewType = "releaseDocs.report";

/** The address of a report. */
export const reportUri = (subject: ReportSubject): Uri =>
  Uri.from({ scheme: reportScheme, path: "/Go or No-Go.md", query: subjectQuery(subject) });

/** The reports that are shown, one panel for each subject. They survive a reload of the window. */
export class ReportPanels {
  readonly #write: WriteReport;
  readonly #files: PageFiles;
  readonly #panels = new Map<string, ReportPanel>();

  constructor(write: WriteReport, files: PageFiles) {
    this.#write = write;
    this.#files = files;
  }

  /** What the panel that the person looks at is about. */
  get active(): ReportSubject | undefined {
    return [...this.#panels.values()].find(({ panel }) => panel.active)?.subject;
  }

  show(subject: ReportSubject): void {
    const open = this.#panels.get(subjectQuery(subject));
    if (open !== undefined) {
      open.panel.reveal();
      return;
    }
    const options = { enableScripts: true, localResourceRoots: [this.#files.root], enableFindWidget: true };
    this.#adopt(subject, window.createWebviewPanel(reportViewType, "Go/No-Go report", ViewColumn.Active, options));
  }

  /** A panel of the window that was closed. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const address = readUri(state);
    const subject = address === undefined ? undefined : readSubject(Uri.parse(address).query);
    if (subject === undefined) panel.dispose();
    else this.#adopt(subject, panel);
  }

  /** A document was judged. */
  accept(uri: string): void {
    for (const report of this.#panels.values()) report.accept(uri);
  }

  /** The server is back. */
  refresh(): void {
    for (const report of this.#panels.values()) report.refresh();
  }

  dispose(): void {
    for (const { panel } of [...this.#panels.values()]) panel.dispose();
  }

  #adopt(subject: ReportSubject, panel: WebviewPanel): void {
    const key = subjectQuery(subject);
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.#files.root] };
    const page = { address: reportUri(subject), subject, files: this.#files, write: this.#write };
    this.#panels.set(key, new ReportPanel(panel, page));
    panel.onDidDispose(() => this.#panels.delete(key));
  }
}
