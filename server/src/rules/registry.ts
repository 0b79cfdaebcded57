import * as listed from "./index.ts";
import type { Rule } from "./rule.ts";

/** Every rule that `index.ts` lists, by id. */
export const rules: readonly Rule[] = Object.values(listed).sort((a, b) => (a.id < b.id ? -1 : 1));
