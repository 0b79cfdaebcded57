import { seenOnly } from "../text/markdown/seen-only.ts";
import { expression } from "./lists.ts";

const option = expression((either) => `^${either("options")}\\s*(?:$|[:–—(,.-])`);
const refusal = expression((either) => `^(?:${either("refusals")}(?!-)|❌)`);

/** As a reader sees them, without marks of emphasis. */
const shown = (words: string): string =>
  seenOnly(words)
    .replace(/[*_`~]/g, "")
    .trim();

/** Whether words are one of the answers to a question, with or without what it means: *Go*, *No-Go: we wait*. */
export const isOptionWord = (words: string): boolean => option().test(shown(words));

/** Words that say no when they are ticked: No, Fail, No-Go, Rejected. */
export const isRefusal = (words: string): boolean => refusal().test(shown(words));
