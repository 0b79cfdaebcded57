import { plural } from "../reporters/plural.ts";

/** What is said when no release document was there to check; `skipped` files were looked at. */
export function nothingChecked(skipped: number): string {
  return skipped === 0 ? "No file to check." : `No release document among ${plural(skipped, "file")}.`;
}
