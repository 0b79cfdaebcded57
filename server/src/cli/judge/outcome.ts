/** What became of one input: told of; or not ours; or unreadable, with one line why. */
export type Outcome<Told> =
  | { readonly is: "told"; readonly told: Told }
  | { readonly is: "skipped" }
  | { readonly is: "problem"; readonly message: string };
