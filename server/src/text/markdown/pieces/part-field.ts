import type { Text } from "../../place.ts";
import { isOptionList } from "../../values/option-list.ts";
import { isPlaceholder } from "../../values/placeholder.ts";

/** A label with a value (which may be empty). */
export class PartField {
  /** The label's slug. */
  readonly key: string;
  readonly label: Text;
  readonly value: Text;
  #blank: boolean | undefined;

  constructor(key: string, label: Text, value: Text) {
    this.key = key;
    this.label = label;
    this.value = value;
  }

  /** Its value is a placeholder or a list of options, so that it states nothing. */
  get isBlank(): boolean {
    this.#blank ??= isBlank(this.value.value);
    return this.#blank;
  }

  /** Its label says *date*, and does not speak of when the document was written. */
  get saysDate(): boolean {
    return (
      this.key.endsWith("date") && /(?:^|-)date$/.test(this.key) && !/updated|created|modified|last/.test(this.key)
    );
  }
}

/** Nobody writes a longer blank. */
const longestBlank = 2000;

/** Whether a value is still to be filled or chosen. */
export const isBlank = (value: string): boolean =>
  !value.includes("```") && value.length <= longestBlank && (isOptionList(value) || isPlaceholder(value));
