import type { CancellationToken } from "vscode-languageserver";
import { createLineIndex, fillTemplate, formatOf } from "../../engine/index.ts";
import { contentModified } from "../cancelled.ts";
import { type FilledTemplate, type FillTemplateParams, fillTemplateRequest } from "../protocol.ts";
import { answer } from "../requests/answer.ts";
import type { Session } from "../session.ts";

/** Answers the one who begins a document: its template with the blanks filled, and where the first one is left. */
export function serveTemplates(session: Session): void {
  fillTemplateRequest.answer(session.connection, (params: FillTemplateParams, token: CancellationToken) =>
    answer(session.connection, token, contentModified, () => fill(session, params, token)),
  );
}

async function fill(
  { service, documents }: Session,
  { uri, text, values }: FillTemplateParams,
  token: CancellationToken,
): Promise<FilledTemplate> {
  const filled = fillTemplate(text, formatOf(uri) ?? "markdown", new Map(Object.entries(values)));
  const assessment = await service.assess(uri, filled.text, { as: "run", token });
  if (documents.get(uri) === undefined) service.close(uri);
  const [first] = assessment?.document.placeholders ?? [];
  if (assessment === undefined || first === undefined) return filled;
  const { start, end } = assessment.document.span(first.at);
  const lines = createLineIndex(filled.text);
  return { ...filled, firstBlank: { start: lines.position(start), end: lines.position(end) } };
}
