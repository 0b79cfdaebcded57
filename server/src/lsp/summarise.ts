import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Assessment } from "../service.ts";
import { verdictTitle } from "../verdict/judge.ts";
import type { Blocker } from "../verdict/verdict.ts";
import type { AssessmentSummary } from "./protocol.ts";
import { rangeOf } from "./to-diagnostics.ts";

/** An assessment as the client shows it. `document` must hold the text that was judged. */
export function summarise(document: TextDocument, assessment: Assessment): AssessmentSummary {
  const { verdict, stage } = assessment;
  const isSuppressed = (blocker: Blocker): boolean =>
    verdict.suppressed.some((other) => other.rule === blocker.rule && other.at === blocker.at);
  return {
    kind: assessment.document.kind,
    declared: assessment.document.declared,
    template: assessment.document.template,
    stage: stage.stage,
    stageSource: stage.source,
    verdict: verdict.verdict,
    verdictTitle: verdictTitle(verdict.verdict, stage.stage),
    blockers: verdict.blockers.map((blocker) => ({
      message: blocker.message,
      range: rangeOf(document, assessment.document.span(blocker.at)),
      rule: blocker.rule,
      suppressed: isSuppressed(blocker),
    })),
    gates: assessment.gates,
  };
}
