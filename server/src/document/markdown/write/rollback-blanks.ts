import type { RollbackPart } from "../../kind.ts";

/** How each part of a rollback plan is written while it is still to be filled: its label, and a blank. */
export const rollbackBlanks: Readonly<Record<RollbackPart, { readonly label: string; readonly blank: string }>> = {
  triggers: { label: "Triggers", blank: "[What starts a rollback]" },
  owner: { label: "Decided by", blank: "[Release Manager]" },
  estimate: { label: "Estimated time", blank: "[15 minutes]" },
  steps: { label: "Steps", blank: "[First step]" },
  verification: { label: "Verification", blank: "[What shows that it worked]" },
  communication: { label: "Communication", blank: "[Who is told, and where]" },
};
