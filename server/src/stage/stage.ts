/** Where a release stands. */
export const stages = [
  "draft",
  "in-review",
  "approved",
  "in-progress",
  "completed",
  "rolled-back",
  "cancelled",
] as const;
export type Stage = (typeof stages)[number];

/** `stated` by the document, given as an `option`, or `assumed` (approved). */
export type StageSource = "stated" | "option" | "assumed";

export interface StageReading {
  readonly stage: Stage;
  readonly source: StageSource;
}
