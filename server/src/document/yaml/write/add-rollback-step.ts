import type { Pointer } from "../../../text/json.ts";
import type { Written } from "../../../text/yaml/written.ts";
import type { RollbackForm } from "../../../words/terms.ts";
import type { Intention } from "../../intention.ts";
import { toFill } from "./blank-value.ts";
import type { Editing } from "./editing.ts";
import { appendItem, insertEntry, nameItem, replaceValue } from "./entries.ts";
import { insertSection } from "./insert-section.ts";

type AddStep = Extract<Intention, { readonly do: "add-rollback-step" }>;

/** Adds a blank rollback step to a work item, migration or phase, or to the plan of the whole release. */
export function addRollbackStep(editing: Editing, { pointer, target, form }: AddStep): boolean {
  const at = pointer ?? ownerOf(editing, target);
  if (at === undefined) return false;
  if (at[0] === "rollback") return addToPlan(editing, form);
  if (!nameItem(editing, at, at[0] === "rollout" ? "name" : "id")) return false;
  const step: Written = form === "irreversible" ? { forwardFix: toFill } : toFill;
  const key = form === "step" ? "revert" : form;
  const rollback = editing.node([...at, "rollback"]);
  if (rollback === undefined) return insertEntry(editing, at, "rollback", { [key]: step });
  if (rollback.kind === "map") return insertEntry(editing, [...at, "rollback"], key, step);
  if (rollback.kind === "sequence") return appendItem(editing, [...at, "rollback"], { [key]: step });
  if (rollback.style === "empty") return insertEntry(editing, [...at, "rollback"], key, step);
  return replaceValue(editing, [...at, "rollback"], { [key]: rollback.text === "" ? step : rollback.text });
}

/** The item whose id or name stands at a place. */
function ownerOf(editing: Editing, place: AddStep["target"]): Pointer | undefined {
  const pointer = editing.document.pointerTo(place);
  if (pointer !== undefined)
    return typeof pointer.at(-1) === "string" && pointer.length > 1 ? pointer.slice(0, -1) : pointer;
  const plan = editing.entry(["rollback"]);
  return plan !== undefined && plan.key.part === place.part && plan.key.start === place.start
    ? ["rollback"]
    : undefined;
}

function addToPlan(editing: Editing, form: RollbackForm): boolean {
  const more: Written = form === "command" || form === "script" ? { command: toFill } : {};
  const step: Written = { step: toFill, ...more, owner: toFill, verify: toFill };
  if (editing.node(["rollback"]) === undefined) return insertSection(editing, "rollback");
  if (editing.node(["rollback", "steps"]) === undefined) return insertEntry(editing, ["rollback"], "steps", [step]);
  return appendItem(editing, ["rollback", "steps"], step);
}
