import type { Assessment } from "../../engine/index.ts";
import type { AssessmentSummary } from "../protocol.ts";
import { checklistDocument } from "./checklist.ts";

/** As many as a tooltip shows. */
const firstBlockers = 5;

/** An assessment as the client shows it. It is sent at each keystroke, so that it must not grow with the document. */
export function summarise(assessment: Assessment, uri: string): AssessmentSummary {
  return {
    ...checklistDocument(assessment, uri),
    declared: assessment.document.declared,
    firstBlockers: assessment.verdict.blockers.slice(0, firstBlockers).map(({ message }) => message),
  };
}
