import type { TablePiece } from "../../../text/markdown/pieces/pieces.ts";
import type { Text } from "../../../text/place.ts";
import { columnOf } from "../../../words/lists.ts";
import { saysNothing, type Topic } from "../../../words/rollback-words.ts";
import type { RollbackFinds } from "./rollback-finds.ts";
import { type StepDetails, stepOf } from "./rollback-step.ts";

const triggerColumn = columnOf("columnTrigger");
const stepColumn = columnOf("columnStep");
const deciderColumn = columnOf("columnDecider");
const timeColumn = columnOf("columnTime");
const verifyColumn = columnOf("columnVerify");

/** Reads a table of a rollback plan that stands under `topic`: a row names a trigger, a step, who decides, a time. */
export function readRollbackTable(table: TablePiece, topic: Topic, finds: RollbackFinds): void {
  const trigger = triggerColumn(table.columns);
  const step = stepColumn(table.columns);
  const owner = deciderColumn(table.columns);
  const time = timeColumn(table.columns);
  const verify = verifyColumn(table.columns);
  for (const row of table.rows) {
    const cell = (index: number): Text | undefined => {
      const text = index < 0 ? undefined : row[index];
      return text === undefined || saysNothing(text.value) ? undefined : text;
    };
    const words =
      cell(step) ?? (trigger < 0 && topic === "steps" ? row.find(({ value }) => /\p{L}{3}/u.test(value)) : undefined);
    const started = topic === "triggers" ? (cell(trigger) ?? row[0]) : cell(trigger);
    if (started !== undefined && started.value !== "") finds.triggers.push(started);
    if (words !== undefined && topic !== "triggers") {
      finds.steps.push(stepOf(words, detailsOf(cell(owner), cell(time), cell(verify))));
      finds.note(words);
    }
    const decider = topic === "owner" || step >= 0 ? cell(owner) : undefined;
    if (decider !== undefined) finds.owner ??= decider;
    const needed = topic === "estimate" || topic === "plan" ? cell(time) : undefined;
    if (needed !== undefined && /\d/.test(needed.value)) {
      finds.times.state(needed, row[0]?.value ?? "");
    }
    for (const text of row) finds.note(text);
  }
}

const detailsOf = (owner: Text | undefined, duration: Text | undefined, verify: Text | undefined): StepDetails => ({
  ...(owner === undefined ? {} : { owner }),
  ...(duration === undefined ? {} : { duration }),
  ...(verify === undefined ? {} : { verify }),
});
