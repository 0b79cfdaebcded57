import MarkdownIt, { type MarkdownItOptions, type StateBlock, type StateInline } from "markdown-it";
import { htmlBlockStart } from "./html-block-starts.ts";
import { htmlTagEnd } from "./html-tag-end.ts";

export type MarkdownParser = InstanceType<typeof MarkdownIt>;

const space = 32;
const less = 60;
const slash = 47;

/** markdown-it, which reads HTML, with tags read in linear time. */
export function createMarkdownParser(options: MarkdownItOptions = {}): MarkdownParser {
  const parser = new MarkdownIt({ html: true, ...options });
  parser.block.ruler.at("html_block", htmlBlock, { alt: ["paragraph", "reference", "blockquote"] });
  parser.inline.ruler.before("html_inline", "html_tag", htmlInline);
  return parser;
}

/** markdown-it's own rule, but for how a block is known to begin. */
function htmlBlock(state: StateBlock, first: number, end: number, silent: boolean): boolean {
  const lineText = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  const indent = (line: number): number => (state.sCount[line] ?? 0) - state.blkIndent;
  const start = indent(first) >= 4 ? undefined : htmlBlockStart(lineText(first));
  if (start === undefined) return false;
  if (silent) return !start.loose;
  const ends = (line: string): boolean => (start.end === "blank" ? line === "" : start.end.test(line));
  let next = first + 1;
  if (!ends(lineText(first))) {
    for (; next < end; next++) {
      if (indent(next) < 0 && (start.end === "blank" || !state.isEmpty(next))) break;
      const line = lineText(next);
      if (!ends(line)) continue;
      if (line !== "") next++;
      break;
    }
  }
  state.line = next;
  const token = state.push("html_block", "", 0);
  token.map = [first, next];
  token.content = state.getLines(first, next, state.blkIndent, true);
  return true;
}

/** Takes a tag, and the `<` before letters that make none; comments and the like are left to markdown-it. */
function htmlInline(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== less || pos + 2 >= state.posMax) return false;
  const next = src.charCodeAt(pos + 1);
  const isLetter = (next | space) >= 97 && (next | space) <= 122;
  if (next !== slash && !isLetter) return false;
  const end = htmlTagEnd(src, pos);
  state.pos = end ?? pos + 1;
  if (silent) return true;
  if (end === undefined) {
    state.pending += "<";
    return true;
  }
  const token = state.push("html_inline", "", 0);
  token.content = src.slice(pos, end);
  if (/^<a[>\s]/i.test(token.content)) state.linkLevel++;
  if (/^<\/a\s*>/i.test(token.content)) state.linkLevel--;
  return true;
}
