import type { RollbackPart } from "../../kind.ts";
import { addRollbackStep } from "./add-rollback-step.ts";
import { toFill } from "./blank-value.ts";
import type { Editing } from "./editing.ts";
import { setEntry } from "./entries.ts";

/** Adds a part to the rollback plan, with blanks to be filled; false where the plan is not written as a map. */
export function addRollbackPart(editing: Editing, part: RollbackPart): boolean {
  const plan = editing.node(["rollback"]);
  if (plan?.kind !== "map") return false;
  const put = (name: string, value: Parameters<typeof setEntry>[3]): boolean =>
    setEntry(editing, ["rollback"], name, value);
  switch (part) {
    case "triggers":
      return put("triggers", { automatic: [toFill], manual: [toFill] });
    case "owner":
      return editing.node(["rollback", "teams"])?.kind === "map"
        ? setEntry(editing, ["rollback", "teams"], "primary", toFill)
        : put("teams", { primary: toFill });
    case "estimate":
      return put("estimatedTime", toFill);
    case "communication":
      return put("communication", { slack: [toFill] });
    case "verification":
      if (editing.node(["rollback", "steps", 0])?.kind === "map")
        return setEntry(editing, ["rollback", "steps", 0], "verify", toFill);
      return addRollbackStep(editing, { do: "add-rollback-step", pointer: ["rollback"], target: plan, form: "step" });
    case "steps":
      return addRollbackStep(editing, { do: "add-rollback-step", pointer: ["rollback"], target: plan, form: "step" });
  }
}
