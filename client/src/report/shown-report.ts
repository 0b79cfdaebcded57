import { commands, type Disposable, TabInputText, TabInputWebview, Uri, window, workspace } from "vscode";
import { type ReportSubject, reportScheme, subjectQuery } from "./report-address.ts";

const fileName = "Go or No-Go.md";
const contextKey = "releaseDocs.reportShown";

/** The report as it is read: rendered by the editor's own Markdown preview, or as text where there is none. */
export class ShownReport implements Disposable {
  readonly #listener = window.tabGroups.onDidChangeTabs(() => this.#update());
  #last: ReportSubject | undefined;
  #shown = false;

  /** What the report in the active tab is about; `undefined` when that tab shows none. */
  get subject(): ReportSubject | undefined {
    return isReportActive() ? this.#last : undefined;
  }

  async show(subject: ReportSubject): Promise<void> {
    this.#last = subject;
    const uri = Uri.from({ scheme: reportScheme, path: `/${fileName}`, query: subjectQuery(subject) });
    try {
      await commands.executeCommand("markdown.showPreview", uri);
    } catch {
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
    }
    this.#update();
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #update(): void {
    const shown = isReportActive();
    if (shown === this.#shown) return;
    this.#shown = shown;
    commands.executeCommand("setContext", contextKey, shown).then(undefined, () => undefined);
  }
}

function isReportActive(): boolean {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  if (tab?.input instanceof TabInputText) return tab.input.uri.scheme === reportScheme;
  return tab?.input instanceof TabInputWebview && tab.label.includes(fileName);
}
