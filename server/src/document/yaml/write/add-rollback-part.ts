import type { Pointer } from "../../../text/json.ts";
import type { RollbackPart } from "../../kind.ts";
import { addRollbackStep } from "./add-rollback-step.ts";
import { blankValue } from "./blank-value.ts";
import type { Editing } from "./editing.ts";
import { setEntry } from "./entries.ts";

/** Adds a part to the rollback plan, with blanks to be filled; false where the plan is not written as a map. */
export function addRollbackPart(editing: Editing, part: RollbackPart): boolean {
  const plan = editing.node(["rollback"]);
  if (plan?.kind !== "map") return false;
  const put = (name: string, holder: Pointer = ["rollback"]): boolean =>
    setEntry(editing, holder, name, blankValue(editing.document.memory.kind, [...holder, name]));
  switch (part) {
    case "triggers":
      return put("triggers");
    case "owner":
      return editing.node(["rollback", "teams"])?.kind === "map" ? put("primary", ["rollback", "teams"]) : put("teams");
    case "estimate":
      return put("estimatedTime");
    case "communication":
      return put("communication");
    case "verification":
      if (editing.node(["rollback", "steps", 0])?.kind === "map") return put("verify", ["rollback", "steps", 0]);
      return addRollbackStep(editing, { do: "add-rollback-step", pointer: ["rollback"], target: plan, form: "step" });
    case "steps":
      return addRollbackStep(editing, { do: "add-rollback-step", pointer: ["rollback"], target: plan, form: "step" });
  }
}
