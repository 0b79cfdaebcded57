import type { Stage } from "../words/terms.ts";

export { type Stage, stages } from "../words/terms.ts";

/** `stated` by the document, given as an `option`, or `assumed` (approved). */
export type StageSource = "stated" | "option" | "assumed";

export interface StageReading {
  readonly stage: Stage;
  readonly source: StageSource;
}
