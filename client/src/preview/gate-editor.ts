import { TabInputText, type TextDocument, Uri, WorkspaceEdit, window, workspace } from "vscode";
import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from "vscode-languageclient";
import {
  type AnswerGateParams,
  answerGateRequest,
  type ProtocolEdit,
  type VersionedEdits,
} from "../../../server/src/lsp/protocol.ts";
import { type AnswerOutcome, applyAnswer } from "./apply-answer.ts";
import { toRange } from "./positions.ts";
import { readOnlyReason } from "./read-only-reason.ts";
import { RecentChanges } from "./recent-changes.ts";

/**
 * Answers gates in documents, for whichever view asks. Each answer is one edit with one undo, made in the text as it stands;
 * answers to one document are made one after the other. A file that no editor shows is saved; a dirty one never is.
 */
export class GateEditor {
  readonly #client: BaseLanguageClient;
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** Answers a gate, and says so when it could not. */
  async answer(params: AnswerGateParams): Promise<AnswerOutcome> {
    const reason = readOnlyReason(Uri.parse(params.uri));
    if (reason !== undefined) {
      window.showWarningMessage(reason);
      return "refused";
    }
    const before = this.#queues.get(params.uri) ?? Promise.resolve();
    const work = before.then(() => this.#answer(params));
    const settled = work.catch(() => undefined);
    this.#queues.set(params.uri, settled);
    settled.then(() => {
      if (this.#queues.get(params.uri) === settled) this.#queues.delete(params.uri);
    });
    const outcome = await work;
    if (outcome === "gone")
      window.showWarningMessage("This gate is not in the document any more, or cannot be answered here.");
    if (outcome === "refused") window.showWarningMessage("The document takes no edits, so the gate was not answered.");
    return outcome;
  }

  async #answer(params: AnswerGateParams): Promise<AnswerOutcome> {
    const document = await workspace.openTextDocument(Uri.parse(params.uri));
    const mayBeSaved = !document.isDirty && !isShown(document);
    const changes = new RecentChanges(document);
    try {
      const outcome = await applyAnswer(() => this.#ask(params), {
        changesSince: (version) => changes.since(version),
        listen: (listener) => changes.listen(listener),
        apply: (edits) => applyEdits(document, edits),
      });
      if (outcome === "done" && mayBeSaved) await document.save();
      return outcome;
    } finally {
      changes.dispose();
    }
  }

  /** `undefined` when the document moved on while the server thought. */
  async #ask(params: AnswerGateParams): Promise<VersionedEdits | null | undefined> {
    try {
      return await answerGateRequest.send(this.#client, params);
    } catch (error) {
      if (isContentModified(error)) return undefined;
      throw error;
    }
  }
}

/** The server says that the document moved on while it thought. */
export const isContentModified = (error: unknown): boolean =>
  error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;

/**
 * VS Code refuses the edit by itself when the document has moved on since this call. An editor makes it as soon as it hears of it;
 * an edit of the workspace takes longer, so that keys overtake it.
 */
function applyEdits(document: TextDocument, edits: readonly ProtocolEdit[]): Thenable<boolean> {
  const editor = window.visibleTextEditors.find((candidate) => candidate.document === document);
  if (editor !== undefined) {
    return editor.edit((builder) => {
      for (const { range, newText } of edits) builder.replace(toRange(range), newText);
    });
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
  return workspace.applyEdit(edit);
}

function isShown({ uri }: TextDocument): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
}
