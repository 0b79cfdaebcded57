import { runStart } from "../values/text-end.ts";

/** A link at the end of a text. */
export interface ClosingLink {
  /** Offset of the blanks before it. */
  readonly start: number;
  readonly target: string;
}

/** The link that a text ends with, a full stop behind it allowed: `[log](target)`, `<https://…>`, `https://…`, `(https://…)`. */
export function closingLink(text: string): ClosingLink | undefined {
  const whole = text.endsWith(".") ? text.slice(0, -1).trimEnd() : text.trimEnd();
  return labelled(whole) ?? automatic(whole) ?? bare(text) ?? bare(whole) ?? bare(whole.replace(/\)$/, ""));
}

const link = (text: string, start: number, target: string): ClosingLink => ({
  start: runStart(text, /\s/, start),
  target,
});

function labelled(text: string): ClosingLink | undefined {
  const middle = text.endsWith(")") ? text.lastIndexOf("](") : -1;
  if (middle === -1) return undefined;
  const target = /^\s*<?([^()\s<>]+)>?\s*$/.exec(text.slice(middle + 2, -1))?.[1];
  const open = text.lastIndexOf("[", middle - 1);
  if (target === undefined || open === -1 || text.lastIndexOf("]", middle - 1) > open) return undefined;
  return link(text, open, target);
}

function automatic(text: string): ClosingLink | undefined {
  const open = text.endsWith(">") ? text.lastIndexOf("<") : -1;
  const target = open === -1 ? undefined : /^https?:[^>\s]+$/.exec(text.slice(open + 1, -1))?.[0];
  return target === undefined ? undefined : link(text, open, target);
}

/** The last word of a text, from its `https:` on. */
function bare(text: string): ClosingLink | undefined {
  const word = runStart(text, /[^\s()]/);
  const from = text.slice(word).search(/https?:\/\/./);
  if (from === -1) return undefined;
  const start = word + from;
  return link(text, from === 0 && text.charAt(word - 1) === "(" ? start - 1 : start, text.slice(start));
}
