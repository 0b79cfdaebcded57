import { isDeepStrictEqual } from "node:util";
import { tests as examples } from "commonmark-spec";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { readBlocks } from "../../../server/src/text/markdown/read-blocks.ts";
import { splitParts } from "../../../server/src/text/markdown/split-parts.ts";
import type { Span } from "../../../server/src/text/place.ts";

const md = new MarkdownIt({ html: true });

/** The examples of CommonMark, where an arrow stands for a tab. */
const texts = examples.map(({ markdown }) => markdown.replaceAll("→", "\t"));

/** What a text holds, each kind of block in order. */
interface Blocks {
  readonly headings: string[];
  /** In lists and quotes. */
  readonly inner: string[];
  /** Language and lines. */
  readonly fences: string[];
  readonly html: string[];
  /** How the lists count, and the first line of the item. */
  readonly items: string[];
  /** Columns and rows. */
  readonly tables: string[];
  rules: number;
}

const noBlocks = (): Blocks => ({ headings: [], inner: [], fences: [], html: [], items: [], tables: [], rules: 0 });

/** Text without what blocks are indented and wrapped by. */
const bare = (text: string): string => text.replace(/\s+/g, " ").trim();
const code = (language: string, lines: readonly string[]): string => `${language}: ${bare(lines.join("\n"))}`;
/** HTML in a list or quote keeps the markers of its lines to us. */
const bareHtml = (html: string): string => bare(html.replace(/^(?: {0,3}(?:>|-) ?)+/gm, ""));
const language = (info: string): string => (info.trim().split(/[\s,{]/)[0] ?? "").toLowerCase();

function asMarkdownIt(text: string): Blocks {
  const seen = noBlocks();
  const lists: string[] = [];
  /** The open list items: where each stands among `seen.items`, until it has its first lines. */
  const open: { at: number; filled: boolean }[] = [];
  const fill = (line: string): void => {
    const item = open.at(-1);
    if (item === undefined || item.filled) return;
    item.filled = true;
    seen.items[item.at] = `${seen.items[item.at]} ${line}`.trim();
  };
  const tokens = md.parse(text, {});
  tokens.forEach(({ type, tag, info, content, level }, index) => {
    const next = bare(tokens[index + 1]?.content ?? "");
    if (type === "heading_open" && level > 0) seen.inner.push(next);
    if (type === "heading_open" && level === 0) seen.headings.push(`${tag.slice(1)} ${next}`);
    if (type === "heading_open" || type === "paragraph_open") fill(next);
    if (type === "fence") seen.fences.push(code(language(info), [content]));
    if (type === "code_block") seen.fences.push(code("indented", [content]));
    if (type === "fence" || type === "code_block" || type === "table_open") fill("");
    if (type === "html_block") seen.html.push(bareHtml(content));
    if (type === "hr") seen.rules++;
    if (type.endsWith("_list_open")) lists.push(type.startsWith("ordered") ? "1." : "-");
    if (type.endsWith("_list_close")) lists.pop();
    if (type === "list_item_open") open.push({ at: seen.items.push(lists.at(-1) ?? "") - 1, filled: false });
    if (type === "list_item_close") open.pop();
    if (type === "table_open") seen.tables.push("");
    if (type === "th_open") seen.tables.push(`${seen.tables.pop()}|`);
    if (type === "tr_open") seen.tables.push(`${seen.tables.pop()}/`);
  });
  return seen;
}

function asOurs(text: string): Blocks {
  const seen = noBlocks();
  for (const { text: part } of splitParts(text)) {
    const at = ({ start, end }: Span): string => part.slice(start, end);
    const { stretches, innerHeadings } = readBlocks(part);
    seen.inner.push(...innerHeadings.map((span) => bare(at(span))));
    for (const { heading, blocks } of stretches) {
      if (heading !== undefined) seen.headings.push(`${heading.level} ${bare(at(heading.text))}`);
      for (const block of blocks) {
        if (block.type === "fence") seen.fences.push(code(block.language, block.body.map(at)));
        if (block.type === "html") seen.html.push(bareHtml(at(block)));
        if (block.type === "rule") seen.rules++;
        if (block.type === "item") {
          seen.items.push(`${block.ordered ? "1." : "-"} ${bare(block.lines.map(at).join("\n"))}`.trim());
        }
        if (block.type === "table")
          seen.tables.push(`/${"|".repeat(block.header.length)}${"/".repeat(block.rows.length)}`);
      }
    }
  }
  return seen;
}

/** A text that opens with front matter has none to CommonMark. */
const withoutFrontMatter = (text: string): string => (text.startsWith("---") ? `\n${text}` : text);
const section = (text: string): string => `# One\n\n${text}\n## Two\n\n- last\n`;

describe("what is a heading, fence, item, table, HTML or line is what markdown-it says", () => {
  test.each([
    ["each example of CommonMark", texts],
    ["each in a section, before another", texts.map(section)],
    ["each with the lines of Windows", texts.map((text) => section(text).replaceAll("\n", "\r\n"))],
    [
      "each behind every tenth other",
      texts.flatMap((text, at) =>
        texts.filter((_, other) => (at + other) % 10 === 0).map((other) => `${other}\n# Between\n${text}`),
      ),
    ],
    ["each in a list", texts.map((text) => `- [ ] Gate\n\n${text.replace(/^(?=.)/gm, "  ")}\n# After\n`)],
  ])("%s", (name, all) => {
    const others = all.map(withoutFrontMatter).filter((text) => !isDeepStrictEqual(asOurs(text), asMarkdownIt(text)));
    console.log(`CommonMark, ${name}: ${all.length} texts, ${others.length} differences`);
    expect(others).toEqual([]);
  });
});
