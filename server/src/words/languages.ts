import { en } from "./en.ts";
import type { Words } from "./words.ts";

/** The languages that are read, all at once. */
export const languages: readonly Words[] = [en];
