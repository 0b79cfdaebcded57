import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type AssessmentParams, checklistsRequest } from "../../server/src/lsp/protocol.ts";
import type { BoundedFiles } from "./bounded-files.ts";
import { type ReleaseChecklist, registerChecklist } from "./checklist/register-checklist.ts";
import { registerNewDocument } from "./new-document/register-new-document.ts";
import type { GateEditor } from "./preview/gate-editor.ts";
import { registerReport } from "./report/register-report.ts";

export interface ReleaseViews {
  readonly checklist: ReleaseChecklist;
  /** Takes in what the server says of a document. */
  accept(params: AssessmentParams): void;
}

/** Sets up what a release manager looks at besides documents: the checklist, the report, the way to a new document. */
export function registerReleaseViews(
  context: ExtensionContext,
  client: BaseLanguageClient,
  { gates, files }: { readonly gates: GateEditor; readonly files: BoundedFiles },
): ReleaseViews {
  const start = (): Promise<void> => client.start();
  const listed = async (): Promise<readonly string[]> => {
    const documents = await checklistsRequest.send(client, {});
    return documents.filter(({ template }) => !template).map(({ uri }) => uri);
  };
  const reports = registerReport(context, { client, start, listed });
  const checklist = registerChecklist(context, { client, gates, start, copyReport: reports.copy });
  registerNewDocument(context, { client, start, files });
  return {
    checklist,
    accept(params) {
      checklist.accept(params);
      reports.accept(params);
    },
  };
}
