import type { CancellationToken } from "vscode-languageserver";
import { type Assessment, verdictTitle } from "../../engine/index.ts";
import { pageTitle, renderDocument, renderPage, withLineSteps } from "../../render/index.ts";
import { contentModified } from "../cancelled.ts";
import {
  type AnswerGateParams,
  answerGateRequest,
  type ExportedPage,
  type ExportPageParams,
  exportPageRequest,
  type RenderedDocument,
  type RenderParams,
  renderRequest,
  type VersionedEdits,
} from "../protocol.ts";
import { answer } from "../requests/answer.ts";
import type { Session } from "../session.ts";
import { answerGate } from "./answer-gate.ts";
import { LivePages } from "./live-pages.ts";

/** Answers what a preview asks: a document rendered, a page to export, the edit that a box stands for. */
export function servePreview(session: Session): void {
  const { connection } = session;
  const pages = new LivePages();
  session.documents.onDidClose(({ document }) => pages.close(document.uri));
  renderRequest.answer(connection, (params: RenderParams, token: CancellationToken) =>
    render(session, pages, params, token),
  );
  exportPageRequest.answer(connection, (params: ExportPageParams, token: CancellationToken) =>
    exportPage(session, params, token),
  );
  answerGateRequest.answer(connection, (params: AnswerGateParams, token: CancellationToken) =>
    edits(session, params, token),
  );
}

async function render(
  session: Session,
  pages: LivePages,
  { uri, since, readOnly }: RenderParams,
  token: CancellationToken,
): Promise<RenderedDocument | null> {
  const assessed = await assess(session, uri, token);
  if (assessed === undefined) return null;
  const { assessment, version } = assessed;
  const html = renderDocument(assessment, readOnly === undefined ? {} : { interactive: false, note: readOnly });
  return {
    version,
    title: pageTitle(assessment),
    verdictTitle: verdictTitle(assessment.verdict.verdict, assessment.stage.stage),
    page: pages.update(uri, withLineSteps(html), since),
  };
}

async function exportPage(
  session: Session,
  { uri, theme = "auto" }: ExportPageParams,
  token: CancellationToken,
): Promise<ExportedPage | null> {
  const assessed = await assess(session, uri, token);
  if (assessed === undefined) return null;
  return { title: pageTitle(assessed.assessment), html: renderPage(assessed.assessment, { theme }) };
}

async function edits(
  session: Session,
  params: AnswerGateParams,
  token: CancellationToken,
): Promise<VersionedEdits | null> {
  const document = session.documents.get(params.uri);
  const assessed = await assess(session, params.uri, token);
  if (document === undefined || assessed === undefined) return null;
  const changes = answerGate(session.service, assessed.assessment.document, params);
  if (changes === undefined) return null;
  const ranged = changes.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  }));
  return { version: assessed.version, edits: ranged };
}

/** An open document as it stands; `undefined` for one that is not open or not ours. */
async function assess(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<{ readonly assessment: Assessment; readonly version: number } | undefined> {
  const document = session.documents.get(uri);
  if (document === undefined) return undefined;
  const assessment = await answer(session.connection, token, contentModified, () =>
    session.assessments.of(document, token),
  );
  return assessment === undefined ? undefined : { assessment, version: document.version };
}
