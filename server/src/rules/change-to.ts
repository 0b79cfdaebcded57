import type { Fix } from "../document/intention.ts";
import type { Place } from "../text/place.ts";

/** Writes the name that was most likely meant; none where none is near. */
export const changeTo = (at: Place, text: string | undefined): readonly Fix[] =>
  text === undefined ? [] : [{ title: `Change to ${text}`, intention: { do: "replace", at, text }, certain: false }];
