import type { Fix } from "../document/intention.ts";
import type { Pointer } from "../text/json.ts";

/** Adds a property with a blank to be filled; none where nothing says in which map it belongs. */
export const insertProperty = (pointer: Pointer | undefined, name: string, title: string): readonly Fix[] =>
  pointer === undefined ? [] : [{ title, intention: { do: "insert-property", pointer, name }, certain: false }];
