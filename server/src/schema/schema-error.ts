import type { Pointer } from "../text/json.ts";
import type { Place } from "../text/place.ts";

/** What a JSON Schema says of a document, in our words. */
export interface SchemaError {
  readonly keyword: "required" | "unknown-property" | "type" | "enum" | "format" | "pattern" | "range" | "one-of";
  /** One plain sentence. */
  readonly message: string;
  /** The key or value concerned; for `required` the parent's key or heading. */
  readonly at: Place;
  /** The value concerned; for `required` and `unknown-property` the parent. In Markdown a missing section has the pointer
   * of `sections`, a missing field that of `fields`, a missing column that of the table's `columns`. */
  readonly pointer: Pointer;
  /** For `required` the missing name (also `gates`, `steps`, `tables` of a section); for `unknown-property` the unknown one;
   * for `one-of` the one that another rules out. */
  readonly property?: string;
  /** The nearest allowed key or value, when one is near. */
  readonly suggestion?: string;
}
