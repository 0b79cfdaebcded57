import { plain } from "../../../text/markdown/prose.ts";
import type { Text } from "../../../text/place.ts";
import { formOf, namesForwardFix } from "../../../words/rollback-words.ts";
import type { RollbackForm } from "../../../words/terms.ts";
import type { RollbackStep } from "../../rollback.ts";

/** What a row of steps says beside the step itself. */
export interface StepDetails {
  readonly owner?: Text;
  readonly duration?: Text;
  readonly verify?: Text;
}

/** The rollback step that a text states; its form is guessed from its words unless given. */
export function stepOf(text: Text, details: StepDetails = {}, form?: RollbackForm): RollbackStep {
  const words = plain(text.value);
  const guessed = form ?? formOf(words);
  return {
    form: guessed,
    text: words,
    at: text.at,
    ...details,
    ...(guessed === "irreversible" ? { forwardFix: namesForwardFix(words) } : {}),
  };
}
