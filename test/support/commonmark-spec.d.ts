/** The examples of the CommonMark specification; the package has no types of its own. */
declare module "commonmark-spec" {
  export const tests: readonly { readonly markdown: string; readonly html: string; readonly number: number }[];
}
