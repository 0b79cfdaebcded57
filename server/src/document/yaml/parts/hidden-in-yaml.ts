import type { Part, Span } from "../../../text/place.ts";
import { findHidden } from "../../../text/values/find-hidden.ts";
import { isSeen } from "../../../text/values/invisible.ts";
import type { Problem } from "../../model.ts";

const worthALook = /[^\p{ASCII}]|\\[0abeUux]/u;
/** Longer lines are prose. */
const longestLine = 2000;
/** What stands behind a colon, a dash or a bracket, to the end of a line, a comma or a bracket. */
const value = /((?:[:[,{]|^\s*-)[ \t]*)("|'|)([^"'\s,[\]{}][^"',[\]{}]{0,200})\2(?=[ \t]*(?:$|[,\]}]|#))/gmu;
const escaped = /\\(?:(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|U[0-9a-fA-F]{8})|[0abe])/g;

/** So many are told of one part; whoever mends them sees the rest. */
const most = 50;

/** Invisible characters, and words that imitate others, in the keys and values of a part of YAML; comments are left alone. */
export function hiddenInYaml(part: Part): readonly Problem[] {
  const { text } = part;
  if (!worthALook.test(text)) return [];
  const found: Problem[] = [];
  for (let start = 0; start < text.length && found.length < most; ) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(start, end);
    // A byte order mark at the beginning of a file is none of its text.
    const from = line.startsWith("\uFEFF") ? 1 : 0;
    if (worthALook.test(line) && !/^\s*#/.test(line)) {
      const unseen = unseenValue(line);
      if (unseen !== undefined) found.push(unseenProblem(part, start, unseen));
      else for (const hidden of findHidden(line.slice(from))) found.push(problem(part, start + from, hidden));
    }
    start = end + 1;
  }
  return found;
}

/** A value of a line that only holds what nobody sees, as it stands or as escapes; its span in the line. */
function unseenValue(line: string): Span | undefined {
  if (line.length > longestLine) return undefined;
  for (const { 1: before = "", 2: quote, 3: inner = "", index, 0: all } of line.matchAll(value)) {
    const said = quote === '"' ? inner.replace(escaped, characterOf) : inner;
    if (isSeen(said) || said.trim() === "") continue;
    return { start: index + before.length, end: index + all.length };
  }
  return undefined;
}

function characterOf(written: string, code: string | undefined): string {
  const point = code === undefined ? 0 : Number.parseInt(code.slice(1), 16);
  return point > 0x10ffff ? written : String.fromCodePoint(point);
}

function unseenProblem(part: Part, offset: number, { start, end }: Span): Problem {
  const message = "Nobody sees what stands here, and it counts as nothing: write the value, or remove it";
  return { rule: "syntax/hidden", message, at: { part, start: offset + start, end: offset + end } };
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
