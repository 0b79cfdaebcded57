/** When a gate must be answered. Build and staging belong to `pre-release`. */
export type GatePhase = "pre-release" | "release" | "post-release" | "rollback";

export type GateState = "open" | "checked" | "failed" | "waived" | "notApplicable";

/** What the reader takes from a section, beyond fields, tables and gates. Schemas annotate sections with it. */
export type SectionRole =
  | "metadata"
  | "scope"
  | "testing"
  | "smoke-tests"
  | "migrations"
  | "rollout"
  | "rollback"
  | "rollback-triggers"
  | "approvals"
  | "sign-off"
  | "go-no-go"
  | "no-go-triggers"
  | "milestones"
  | "communication"
  | "contacts"
  | "monitoring"
  | "risks"
  | "flags";

/** What a rollback step names, or only says. */
export type RollbackForm = "flag" | "script" | "command" | "revert" | "config" | "irreversible" | "step";

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
