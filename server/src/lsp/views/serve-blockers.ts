import type { CancellationToken } from "vscode-languageserver";
import { contentModified } from "../cancelled.ts";
import { rangeOf } from "../diagnostics/to-diagnostics.ts";
import { type BlockerSummary, type BlockersParams, blockersRequest } from "../protocol.ts";
import { answer } from "../requests/answer.ts";
import type { Session } from "../session.ts";

/** Answers what keeps an open document from Go, for somebody who asks for the list. */
export function serveBlockers(session: Session): void {
  blockersRequest.answer(session.connection, ({ uri }: BlockersParams, token: CancellationToken) =>
    answer(session.connection, token, contentModified, () => blockers(session, uri, token)),
  );
}

async function blockers(session: Session, uri: string, token: CancellationToken): Promise<readonly BlockerSummary[]> {
  const text = session.documents.get(uri);
  const assessment = text && (await session.assessments.of(text, token));
  if (text === undefined || assessment === undefined) return [];
  const { document, verdict } = assessment;
  return verdict.blockers.map(({ rule, message, at }) => ({
    message,
    range: rangeOf(text, document.span(at)),
    rule,
    suppressed: verdict.suppressed.some((other) => other.rule === rule && other.at === at),
  }));
}
