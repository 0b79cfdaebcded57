import { languages } from "./languages.ts";
import { atStart, behindNumbers, inSlugs, inTexts, patternOf, type Writing } from "./phrase.ts";
import type { List, SlugList, TextList } from "./words.ts";

type Asks = (text: string) => boolean;

/** The pattern of lists, of all languages at once. */
const patternIn = (lists: readonly List[], writing: Writing): string =>
  patternOf(lists.flatMap((list) => languages.map((words) => words[list])).join(), writing);

const all: (() => RegExp)[] = [];

/** Every expression that is made of words, for those who prove something of all of them. */
export const everyExpression = (): readonly RegExp[] => all.map((made) => made());

/** Writes lists as the pattern of one of their phrases, as they stand in texts that are no slugs. */
export type Either = (...lists: readonly TextList[]) => string;

/**
 * An expression with lists in it, made when it is first asked for. `behind` is `either` for what may follow a number without a
 * blank: `5min`.
 */
export function expression(source: (either: Either, behind: Either) => string, flags = "i"): () => RegExp {
  let made: RegExp | undefined;
  const make = (): RegExp => {
    made ??= new RegExp(
      source(
        (...lists) => patternIn(lists, inTexts),
        (...lists) => patternIn(lists, behindNumbers),
      ),
      flags,
    );
    return made;
  };
  all.push(make);
  return make;
}

function asks(source: (either: Either) => string, flags?: string): Asks {
  const made = expression(source, flags);
  return (text) => made().test(text);
}

/** Whether a phrase of the lists stands in a slug. */
export const slugHas = (...lists: readonly SlugList[]): Asks => asks(() => patternIn(lists, inSlugs), "");

/** Whether a slug is a phrase of the lists. */
export const slugIs = (...lists: readonly SlugList[]): Asks => asks(() => `^${patternIn(lists, inSlugs)}$`, "");

/** Which of the columns of a table, given as slugs, is the first that has a phrase of the list; -1 for none. */
export function columnOf(list: SlugList): (columns: readonly string[]) => number {
  const has = slugHas(list);
  return (columns) => columns.findIndex(has);
}

/** Whether a phrase of the lists stands in a text. */
export const textHas = (...lists: readonly TextList[]): Asks => asks((either) => either(...lists));

/** Whether a text begins with a phrase of the lists, marks of Markdown aside. */
export const textStarts = (...lists: readonly TextList[]): Asks =>
  asks(() => `^[\\s*_\`~]*${patternIn(lists, atStart)}`);

/** Whether a text is a phrase of the lists, marks of Markdown and a full stop aside. */
export const textIs = (...lists: readonly TextList[]): Asks =>
  asks(() => `^[\\s*_\`~]*${patternIn(lists, atStart)}[\\s*_\`~.]*$`);
