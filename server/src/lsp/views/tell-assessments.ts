import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Assessment } from "../../engine/index.ts";
import type { Assessments } from "../assessments.ts";
import { type AssessmentParams, assessmentNotification } from "../protocol.ts";
import { summarise } from "./summarise.ts";

interface News {
  readonly document: TextDocument;
  readonly version: number;
  readonly assessment: Assessment | undefined;
}

/**
 * Tells the client of assessments, right after those who asked for them have their answers: diagnostics do not wait for the
 * status bar. Of a document that moved on meanwhile nothing is said, since it is judged again.
 */
export function tellAssessments(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  assessments: Assessments,
): void {
  const news = new Map<string, News>();
  const tell = async (): Promise<void> => {
    const latest = [...news];
    news.clear();
    for (const [uri, { document, version, assessment }] of latest) {
      if (documents.get(uri) !== document || document.version !== version) continue;
      const summary = assessment === undefined ? null : summarise(assessment, uri);
      const params: AssessmentParams = { uri, version, assessment: summary };
      await assessmentNotification.send(connection, params);
    }
  };
  assessments.listen((document, assessment) => {
    // A connection that has ended has nobody to tell.
    if (news.size === 0) setTimeout(() => void tell().catch(() => undefined), 0);
    news.set(document.uri, { document, version: document.version, assessment });
  });
}
