import type { CancellationToken } from "vscode-languageserver";
import { type Assessment, createLineIndex, verdictTitle, worst } from "../../engine/index.ts";
import { type KnownDocument, sameRelease } from "../../language/index.ts";
import { renderReport, renderReportHtml, reportDocument } from "../../render/index.ts";
import { contentModified } from "../cancelled.ts";
import { currentAssessment } from "../current-assessment.ts";
import { type ReportAnswer, type ReportParams, reportRequest } from "../protocol.ts";
import { answer } from "../requests/answer.ts";
import type { Session } from "../session.ts";

/** Answers with the Go/No-Go report. */
export function serveReport(session: Session): void {
  reportRequest.answer(session.connection, (params: ReportParams, token: CancellationToken) =>
    answer(session.connection, token, contentModified, () => report(session, params, token)),
  );
}

async function report(session: Session, params: ReportParams, token: CancellationToken): Promise<ReportAnswer> {
  const assessments: Assessment[] = [];
  for (const uri of params.release ? await releaseOf(session, params.uris, token) : params.uris) {
    const assessment = await currentAssessment(session, uri, token);
    if (assessment !== undefined && !assessment.document.template) assessments.push(assessment);
  }
  const documents = assessments.map((assessment) => {
    const shown = (uri: string): string => pathOf(uri, params.folders) ?? nameOf(uri);
    const { uri } = assessment.document;
    return reportDocument(assessment, shown(uri), pathOf(uri, params.folders) !== undefined, shown);
  });
  const verdict = worst(assessments.map((assessment) => assessment.verdict.verdict));
  const text = renderReport(documents, { today: session.today() });
  return {
    text,
    html: renderReportHtml(text),
    verdictTitle: verdictTitle(verdict, assessments[0]?.stage.stage ?? "approved"),
    uris: assessments.map(({ document }) => document.uri),
  };
}

/** The documents that belong to the releases of these ones, those first. */
async function releaseOf(
  session: Session,
  uris: readonly string[],
  token: CancellationToken,
): Promise<readonly string[]> {
  const all = new Set([...uris, ...session.documents.keys(), ...(await session.index.list())]);
  const known = new Map<string, KnownDocument>();
  for (const uri of all) {
    const found = await knownAt(session, uri, token);
    if (found !== undefined && !found.document.template) known.set(uri, found);
  }
  const members = uris.flatMap((uri) => {
    const here = known.get(uri);
    return here === undefined
      ? [uri]
      : sameRelease(
          here,
          [...known.values()].filter((other) => other !== here),
        ).map(({ document }) => document.uri);
  });
  return [...new Set(members)];
}

async function knownAt(session: Session, uri: string, token: CancellationToken): Promise<KnownDocument | undefined> {
  if (session.documents.get(uri) === undefined) return session.index.known(uri, token);
  const assessment = await currentAssessment(session, uri, token);
  return assessment && { document: assessment.document, lines: createLineIndex(assessment.document.text) };
}

/** From the innermost folder that holds it; `undefined` when none does. */
function pathOf(uri: string, folders: readonly string[]): string | undefined {
  const holding = folders.map((folder) => folder.replace(/\/?$/, "/")).filter((folder) => uri.startsWith(folder));
  const [innermost] = holding.sort((a, b) => b.length - a.length);
  return innermost === undefined ? undefined : decode(uri.slice(innermost.length));
}

const nameOf = (uri: string): string => decode(uri.slice(uri.lastIndexOf("/") + 1));

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
