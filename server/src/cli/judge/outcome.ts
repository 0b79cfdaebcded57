import type { Shaping } from "../../verdict/shaping.ts";

/** What became of one input: told of; or not ours; or left out; or unreadable, with one line why. */
export type Outcome<Told> =
  | { readonly is: "told"; readonly told: Told }
  | { readonly is: "skipped" }
  | { readonly is: "left-out"; readonly shaping: Shaping }
  | { readonly is: "problem"; readonly message: string };
