import {
  type Disposable,
  type DocumentFormattingParams,
  DocumentFormattingRequest,
  type DocumentRangeFormattingParams,
  DocumentRangeFormattingRequest,
  type TextDocumentRegistrationOptions,
} from "vscode-languageserver";
import { URI } from "vscode-uri";
import { format, formatRange } from "../../language/index.ts";
import { describeError } from "../describe-error.ts";
import type { Session } from "../session.ts";
import { featureAnswer } from "./feature-answer.ts";

/** What a glob would not take literally. */
const globSigns = /[[\]{}*?]/;

/** Answers formatting requests, and registers for the documents that are ours where the client lets us. */
export function serveFormatting(session: Session): void {
  const { connection, support } = session;
  connection.onDocumentFormatting(({ textDocument: { uri }, options }: DocumentFormattingParams, token) =>
    featureAnswer(session, uri, token, null, (context) => [...format(context, options)]),
  );
  connection.onDocumentRangeFormatting(({ textDocument, range, options }: DocumentRangeFormattingParams, token) =>
    featureAnswer(session, textDocument.uri, token, null, (context) => [...formatRange(context, range, options)]),
  );
  if (support.dynamicFormatting) new FormattingRegistration(session).start();
}

/**
 * Registers as the formatter of manifests and of the Markdown documents that are ours, by their paths: a formatter of all
 * Markdown would stand in the way of those who format the rest.
 */
class FormattingRegistration {
  readonly #session: Session;
  readonly #ours = new Set<string>();
  #isRegistered = false;
  #registered: Promise<Disposable | undefined> = Promise.resolve(undefined);

  constructor(session: Session) {
    this.#session = session;
  }

  start(): void {
    const { assessments, documents } = this.#session;
    assessments.listen(({ uri, languageId }, assessment) => {
      const isNew = languageId !== "release-manifest" && this.#ours.has(uri) !== (assessment !== undefined);
      if (isNew && assessment === undefined) this.#ours.delete(uri);
      else if (isNew) this.#ours.add(uri);
      if (isNew || !this.#isRegistered) this.#register();
    });
    documents.onDidClose(({ document }) => {
      if (this.#ours.delete(document.uri)) this.#register();
    });
  }

  /** Registers anew, one after another: the new selector before the old one goes. */
  #register(): void {
    this.#isRegistered = true;
    const { connection } = this.#session;
    const selector = this.#selector();
    this.#registered = this.#registered.then(async (last) => {
      try {
        const formatting = await connection.client.register(DocumentFormattingRequest.type, selector);
        const ranges = await connection.client.register(DocumentRangeFormattingRequest.type, selector);
        last?.dispose();
        return { dispose: () => [formatting, ranges].forEach((one) => void one.dispose()) };
      } catch (error) {
        connection.console.debug(describeError(error));
        return last;
      }
    });
  }

  #selector(): TextDocumentRegistrationOptions {
    const paths = [...this.#ours].map((uri) => URI.parse(uri)).filter(({ path }) => !globSigns.test(path));
    return {
      documentSelector: [
        { language: "release-manifest" },
        ...paths.map(({ scheme, path }) => ({ scheme, pattern: `**${path.replace(/^\/[a-z]:/i, "")}` })),
      ],
    };
  }
}
