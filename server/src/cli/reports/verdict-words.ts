import type { VerdictName } from "../../engine/index.ts";
import { plain, type Style } from "../reporters/style.ts";

const words: Readonly<Record<VerdictName, string>> = {
  go: "Go",
  "no-go": "No-Go",
  "not-ready": "Not ready",
  none: "none",
};

const paints: Readonly<Record<VerdictName, keyof Style>> = {
  go: "green",
  "no-go": "red",
  "not-ready": "yellow",
  none: "faint",
};

/** The verdict over several documents, in words. */
export function verdictWords(verdict: VerdictName, style: Style = plain): string {
  return style[paints[verdict]](words[verdict]);
}
