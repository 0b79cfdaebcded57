import { seenOnly } from "../text/markdown/seen-only.ts";
import { withoutInvisible } from "../text/values/invisible.ts";
import { withoutLookAlikes } from "../text/values/look-alike.ts";

/** A heading as its reader sees it: without marks, targets of links and what is invisible, look-alikes of Latin as Latin. */
export const shownTitle = (title: string): string =>
  withoutLookAlikes(seenOnly(withoutInvisible(title)))
    .replace(/\*\*|__|~~|`/g, "")
    .replace(/\s{2,}/g, " ")
    .trim();
