import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TextChange } from "../../engine/index.ts";
import { snippetChanges } from "../../language/index.ts";
import type { ClientSupport } from "../client-support.ts";
import { rangeOf } from "../diagnostics/to-diagnostics.ts";

/**
 * Changes of an open document as an edit of the version that they were made for; without versions for clients that know
 * none. `snippets`: with tab stops at the blanks that they bring, where the client can.
 */
export function editOf(
  document: TextDocument,
  changes: readonly TextChange[],
  support: ClientSupport,
  snippets: boolean,
): WorkspaceEdit {
  const plain = changes.map((change): TextEdit => ({ range: rangeOf(document, change), newText: change.text }));
  if (!support.versionedEdits) return { changes: { [document.uri]: plain } };
  const withStops = snippets && support.snippetEdits ? snippetChanges(document.getText(), changes) : undefined;
  const edits = withStops?.map(
    (change): SnippetTextEdit => ({
      range: rangeOf(document, change),
      snippet: { kind: "snippet", value: change.snippet },
    }),
  );
  const textDocument = { uri: document.uri, version: document.version };
  return { documentChanges: [{ textDocument, edits: edits ?? plain }] };
}
