import type { SlugWords } from "./slug-words.ts";
import type { TextWords } from "./text-words.ts";

/**
 * What people write in release documents, in one language. The readers that ask these lists know no word by themselves.
 *
 * **To add a language**: write a file beside `en.ts`, named by the language's code, which exports a value of this type, and
 * name it in `languages.ts`. Nothing else changes. Fill the lists by what they mean, not by what stands in English; a list
 * may be empty. All languages are read at once, as a team mixes them. `Phrases` says how phrases are written.
 *
 * **To add a list**: name it by what it means in `slug-words.ts` or `text-words.ts`, say so in a line, fill it in each language,
 * and ask for it: `slugHas("name")`, `textHas("name")` and their like in `lists.ts`.
 */
export interface Words extends SlugWords, TextWords {}

/** Names of lists. */
export type SlugList = keyof SlugWords;
export type TextList = keyof TextWords;
export type List = SlugList | TextList;
