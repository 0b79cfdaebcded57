import { type Disposable, MarkdownString, StatusBarAlignment, ThemeColor, window, workspace } from "vscode";
import type { AssessmentParams, AssessmentSummary } from "../../server/src/lsp/protocol.ts";
import { commandIds } from "./command-ids.ts";
import { verdictLabel } from "./verdict-label.ts";

/** The verdict of the active document in the status bar; hidden while that document is not ours. */
export class VerdictStatusBar implements Disposable {
  readonly #item = window.createStatusBarItem("releaseDocs.verdict", StatusBarAlignment.Left, 10);
  readonly #summaries = new Map<string, AssessmentSummary>();
  readonly #disposables: readonly Disposable[];

  constructor() {
    this.#item.name = "Release Docs: Verdict";
    this.#item.command = commandIds.showBlockers;
    this.#disposables = [
      this.#item,
      window.onDidChangeActiveTextEditor(() => this.#show()),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#summaries.delete(uri.toString());
        this.#show();
      }),
    ];
  }

  /** Takes in what the server says of a document. */
  accept({ uri, assessment }: AssessmentParams): void {
    if (assessment === null) this.#summaries.delete(uri);
    else this.#summaries.set(uri, assessment);
    this.#show();
  }

  /** Forgets all verdicts: the server is gone. */
  clear(): void {
    this.#summaries.clear();
    this.#show();
  }

  /** What is thought of the active document, if it is ours. */
  get active(): AssessmentSummary | undefined {
    return this.#summaries.get(window.activeTextEditor?.document.uri.toString() ?? "");
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #show(): void {
    const summary = this.active;
    if (summary === undefined) {
      this.#item.hide();
      return;
    }
    const label = verdictLabel(summary);
    this.#item.text = label.text;
    this.#item.tooltip = new MarkdownString(label.tooltip);
    this.#item.accessibilityInformation = { label: label.spoken, role: "button" };
    this.#item.backgroundColor = label.weight === "error" ? new ThemeColor("statusBarItem.errorBackground") : undefined;
    this.#item.show();
  }
}
