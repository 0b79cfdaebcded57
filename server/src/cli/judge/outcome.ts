/** What became of one input: told of; or not ours; or left out; or unreadable, with one line why. */
import type { Shaping } from "../../engine/index.ts";
export type Outcome<Told> =
  | { readonly is: "told"; readonly told: Told }
  | { readonly is: "skipped" }
  | { readonly is: "left-out"; readonly shaping: Shaping }
  | { readonly is: "problem"; readonly message: string };
