import type { Span } from "../place.ts";
import { withoutCode } from "./code-spans.ts";
import { seenOnly } from "./seen-only.ts";

/** A `[ ]` or `[x]`. */
export interface Box extends Span {
  readonly ticked: boolean;
}

const anyBox = /(?<![\w\]\\!])\[([ xX])\](?![([:])/g;

/** The boxes of a text, in order; none from inline code, and none that its reader does not see. Offsets count from its start. */
export function findBoxes(text: string): readonly Box[] {
  if (!/\[[ xX]\]/.test(text)) return [];
  return [...seenOnly(withoutCode(text)).matchAll(anyBox)].map((match) => ({
    start: match.index,
    end: match.index + 3,
    ticked: match[1] !== " ",
  }));
}

/** One option of a choice: its box and the words after it, up to the next box. */
export interface Option {
  readonly box: Box;
  readonly words: string;
}

/** A line of more boxes than this is no choice that somebody makes: those behind are shown as they are written. */
export const mostOptions = 50;

/** The options that several boxes of one line or cell offer. */
export function optionsOf(text: string, boxes: readonly Box[]): readonly Option[] {
  return boxes.map((box, index) => {
    const words = text.slice(box.end, boxes[index + 1]?.start ?? text.length);
    return {
      box,
      words: words.replace(/<br\s*\/?>/gi, " ").replace(/^[\s/|,;·•-]+|(?<![\s/|,;·•-])[\s/|,;·•-]+$/g, ""),
    };
  });
}
