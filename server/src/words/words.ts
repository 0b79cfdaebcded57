import type { Phrase } from "../text/phrase.ts";
import type { Stage } from "./terms.ts";

/**
 * What people write in release documents, in one language. The readers that ask these lists know no word by themselves.
 *
 * **To add a language**: write a file beside `en.ts`, named by the language's code, which exports a value of this type, and
 * name it in `languages.ts`. Nothing else changes. All languages are read at once, as a team mixes them; where two mean
 * another stage by one word, the later one in the list holds. A list may be empty.
 *
 * `Phrase` says how phrases are written. Case and the signs between words do not count: both sides are
 * compared as slugs (`slug` in `text/values/slug.ts`).
 */
export interface Words {
  /**
   * What people write for a stage, besides its own English name: *Signed off* for `approved`. Each is the whole status, so
   * alternatives (`sign~off|ready`) are fine, and stars, gaps, `^` and `$` mean nothing.
   */
  readonly statuses: Readonly<Record<Stage, readonly Phrase[]>>;
}
