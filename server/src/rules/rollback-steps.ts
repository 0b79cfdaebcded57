import type { Fix } from "../document/intention.ts";
import type { Pointer } from "../text/json.ts";
import type { Place } from "../text/place.ts";
import type { RollbackForm } from "../words/terms.ts";

const forms: readonly (readonly [RollbackForm, string])[] = [
  ["flag", "Add rollback by feature flag"],
  ["script", "Add rollback by script"],
  ["command", "Add rollback by command"],
  ["revert", "Add rollback by revert"],
  ["config", "Add rollback by configuration"],
  ["irreversible", "Say that it is irreversible, with its forward fix"],
];

/** The forms that a rollback step can take, each as a fix. */
export const rollbackSteps = (target: Place, pointer: Pointer | undefined): readonly Fix[] =>
  forms.map(([form, title]) => ({
    title,
    intention: { do: "add-rollback-step", target, form, ...(pointer === undefined ? {} : { pointer }) },
    certain: false,
  }));
