import type { Block, Fence, Html, PartBlocks } from "../../../text/markdown/blocks.ts";
import { htmlBlockStart } from "../../../text/markdown/html-block-starts.ts";
import type { Part } from "../../../text/place.ts";
import { isSeen } from "../../../text/values/invisible.ts";
import type { Problem } from "../../model.ts";

/** A fence, a comment or a tag that is never closed and takes the rest of the document into it, where nothing of that is read. */
export function unclosedIn(part: Part, { stretches }: PartBlocks): readonly Problem[] {
  // What is not closed reaches to the end, so that nothing follows it.
  const last = stretches.at(-1)?.blocks.at(-1);
  const found = last === undefined ? undefined : unclosed(part.text, last);
  if (found === undefined) return [];
  const { start, what, end } = found;
  const line = part.text.slice(start).search(/\r?\n|$/);
  const message = `This ${what} is never closed, so that nothing below it is read: write ${end} where it ends`;
  return [{ rule: "syntax/unclosed", message, at: { part, start, end: start + line }, blocks: true }];
}

interface Unclosed {
  readonly start: number;
  readonly what: string;
  /** What closes it. */
  readonly end: string;
}

function unclosed(text: string, block: Block): Unclosed | undefined {
  if (block.type === "fence") return unclosedFence(text, block);
  return block.type === "html" ? unclosedHtml(text, block) : undefined;
}

function unclosedFence(text: string, { at, body, unclosed: marks }: Fence): Unclosed | undefined {
  if (marks === undefined || text.slice(at.end).trim() !== "") return undefined;
  if (!body.some(({ start, end }) => isSeen(text.slice(start, end)))) return undefined;
  return { start: at.start + text.slice(at.start, at.end).indexOf(marks), what: "fence", end: marks };
}

/** What closes an element of HTML that hides what follows, by how it opens. */
const closings: readonly (readonly [RegExp, string, string])[] = [
  [/^<!--/, "comment", "-->"],
  [/^<\?/, "instruction", "?>"],
  [/^<!\[CDATA\[/, "block of CDATA", "]]>"],
  [/^<!/, "declaration", ">"],
];

function unclosedHtml(text: string, { start, end }: Html): Unclosed | undefined {
  if (text.slice(end).trim() !== "") return undefined;
  const source = text.slice(start, end);
  const from = source.indexOf("<");
  const opening = source.slice(from, from + 2000);
  const how = htmlBlockStart(/^[^\r\n]*/.exec(opening)?.[0] ?? "");
  if (from === -1 || how === undefined || how.end === "blank" || how.end.test(source.slice(from))) return undefined;
  if (!/\n[ \t>]*\S/.test(source)) return undefined;
  const known = closings.find(([open]) => open.test(opening));
  const name = /^<([a-z]+)/i.exec(opening)?.[1] ?? "";
  const [, what, close] = known ?? [undefined, `<${name}>`, `</${name}>`];
  return { start: start + from, what, end: close };
}
