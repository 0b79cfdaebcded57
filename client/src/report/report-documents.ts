import {
  type CancellationToken,
  DocumentLink,
  type DocumentLinkProvider,
  EventEmitter,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
} from "vscode";
import type { ReportAnswer } from "../../../server/src/lsp/protocol.ts";
import { LatestOnly } from "../preview/latest-only.ts";
import { type ReportSubject, readSubject, reportLinks } from "./report-address.ts";

/** Asks the server for a report. */
export type WriteReport = (subject: ReportSubject) => Promise<ReportAnswer>;

/** Reports as read-only documents that are written again whenever one of their documents is judged. */
export class ReportDocuments implements TextDocumentContentProvider, DocumentLinkProvider {
  readonly #write: WriteReport;
  readonly #open = new Map<string, { readonly answer: ReportAnswer; readonly again: LatestOnly }>();
  readonly #changes = new EventEmitter<Uri>();
  readonly onDidChange = this.#changes.event;

  constructor(write: WriteReport) {
    this.#write = write;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const subject = readSubject(uri.query);
    if (subject === undefined) return "This report cannot be written again: open it anew.\n";
    const answer = await this.#write(subject);
    const key = uri.toString();
    const again = this.#open.get(key)?.again ?? new LatestOnly(async () => this.#changes.fire(uri));
    this.#open.set(key, { answer, again });
    return answer.text;
  }

  provideDocumentLinks(document: TextDocument, _token: CancellationToken): DocumentLink[] {
    const uris = this.#open.get(document.uri.toString())?.answer.uris ?? [];
    return reportLinks(document.getText(), uris).map(({ start, end, uri, line }) => {
      const target = Uri.parse(uri).with(line === undefined ? {} : { fragment: `L${line}` });
      return new DocumentLink(new Range(document.positionAt(start), document.positionAt(end)), target);
    });
  }

  /** A document was judged: reports that speak of it are written again. */
  accept(uri: string): void {
    for (const { answer, again } of this.#open.values()) if (answer.uris.includes(uri)) again.request();
  }

  /** The report is closed. */
  forget(uri: Uri): void {
    this.#open.delete(uri.toString());
  }

  dispose(): void {
    this.#changes.dispose();
  }
}
