import type { Text } from "../../place.ts";

/** A label with a value (which may be empty). */
export interface PartField {
  /** The label's slug. */
  readonly key: string;
  readonly label: Text;
  readonly value: Text;
}
