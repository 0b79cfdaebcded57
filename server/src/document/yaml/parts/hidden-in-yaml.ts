import type { Part } from "../../../text/place.ts";
import { findHidden } from "../../../text/values/find-hidden.ts";
import type { Problem } from "../../model.ts";

/** So many are told of one part; whoever mends them sees the rest. */
const most = 50;

/** Invisible characters, and words that imitate others, in the keys and values of a part of YAML; comments are left alone. */
export function hiddenInYaml(part: Part): readonly Problem[] {
  const { text } = part;
  if (!/[^\p{ASCII}]/u.test(text)) return [];
  const found: Problem[] = [];
  for (let start = 0; start < text.length && found.length < most; ) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(start, end);
    // A byte order mark at the beginning of a file is none of its text.
    const from = line.startsWith("\uFEFF") ? 1 : 0;
    if (/[^\p{ASCII}]/u.test(line) && !/^\s*#/.test(line)) {
      for (const hidden of findHidden(line.slice(from))) found.push(problem(part, start + from, hidden));
    }
    start = end + 1;
  }
  return found;
}

function problem(
  part: Part,
  offset: number,
  { start, end, imitates, replacement }: ReturnType<typeof findHidden>[number],
): Problem {
  const at = { part, start: offset + start, end: offset + end };
  const source = part.text.slice(at.start, at.end);
  if (!imitates) {
    const message = "An invisible character stands here: remove it";
    return { rule: "syntax/hidden", message, at, replacement: "", repair: "Remove what hides" };
  }
  const message = `${source} holds letters that only look like Latin, and is another word: write ${replacement}`;
  return { rule: "syntax/hidden", message, at, replacement, blocks: true };
}
