import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { splitParts } from "../../../server/src/text/markdown/split-parts.ts";

const md = new MarkdownIt({ html: true });

interface Block {
  readonly type: string;
  readonly content: string;
  readonly map: readonly [number, number] | null;
}

function blocks(text: string, firstLine: number): readonly Block[] {
  const source = text.replace(/\r\n?/g, "\n").replace(/\0/g, "\uFFFD");
  const tokens: ReturnType<typeof md.parse> = [];
  md.block.parse(source, md, {}, tokens);
  return tokens.map(({ type, info, markup, hidden, level, content, map }) => ({
    type: `${type} ${info} ${markup} ${hidden} ${level}`,
    content: content.replace(/\n+$/, ""),
    map: map === null ? null : [map[0] + firstLine, Math.min(map[1], lines(text)) + firstLine],
  }));
}

const lines = (text: string): number => text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0);

const fragments = [
  "# One",
  "## Two ##",
  "###### Six",
  "#",
  "#no",
  "####### seven",
  " # indented",
  "   ## indented",
  "\t# tab",
  "text",
  "text\\",
  "===",
  "---",
  "***",
  "- item",
  "- ",
  "-",
  "* [ ] task",
  "1. one",
  "2) two",
  "10. ten",
  "  - nested",
  "    - deep",
  "   continuation",
  "  ",
  "",
  "",
  "> quote",
  "> # heading",
  "> ```",
  "> - list",
  ">",
  "```",
  "```sh",
  "``` a`b",
  "~~~",
  "~~~~ x",
  " ```",
  "  ```",
  "   ```",
  "    ```",
  "     ```",
  "\t```",
  "  ~~~",
  "- ```",
  "- # heading",
  "1. ```",
  "- <div>",
  "- <!-- x",
  "<!-- one line -->",
  "<!--",
  "-->",
  "  <!--",
  "   -->",
  "<div>",
  "</div>",
  "  <div>",
  "<b>",
  "<custom-tag a='b'>",
  "  <b>",
  "<b>text",
  "<script>",
  "</script>",
  "<?php",
  "?>",
  "<!DOCTYPE html>",
  "<![CDATA[",
  "]]>",
  "<https://example.com>",
  "| a | b |",
  "|---|---|",
  "a | b",
  "--- | ---",
  "[ref]: https://example.com",
  "[ref]:",
  "[BUG-1]: [Description]",
  "[ref]: /url 'title",
  "'",
  "    code",
  "\tcode",
  "\0",
  "\ud800",
  "&nbsp;",
];

const line = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...fragments) },
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, " ")) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom("- ", "> ", "1. ", "  ", "   ", "    ", "\t"), fc.constantFrom(...fragments))
      .map(([a, b]) => a + b),
  },
);
const nasty = fc
  .tuple(fc.array(line, { maxLength: 24 }), fc.constantFrom("\n", "\n", "\r\n"), fc.boolean())
  .map(([all, eol, end]) => all.join(eol) + (end ? eol : ""))
  .map((text) => text.replace(/^\uFEFF|^---/, "***"));

describe("splitParts", () => {
  test("blocks of the parts are the blocks of the whole", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const runs = splitParts(text);
        expect(runs.map((run) => run.text).join("")).toBe(text);
        const joined: Block[] = [];
        let first = 0;
        for (const run of runs) {
          joined.push(...blocks(run.text, first));
          first += lines(run.text);
        }
        expect(joined).toEqual(blocks(text, 0));
      }),
      { numRuns: Number(process.env.RUNS ?? 3000) },
    );
  });

  test("cuts before headings, not inside fences, comments or HTML", () => {
    const text = "intro\n# A\n```\n# no\n```\n<!--\n# no\n-->\n<div>\n# no\n\n## B\n- x\n  ```\n  y\n  ```\n# C\n";
    expect(splitParts(text).map((run) => run.text.split("\n")[0])).toEqual(["intro", "# A", "## B", "# C"]);
  });

  test("keeps one run where a fence may belong to a list", () => {
    const text = "# A\n- x\n  ```\ny\n# B\n  ```\n# C\n";
    expect(splitParts(text)).toHaveLength(1);
  });

  test("front matter and byte order mark are runs of their own", () => {
    const runs = splitParts("\uFEFF---\r\nkind: X\r\n# comment\r\n---\r\n# A\r\n");
    expect(runs.map((run) => run.kind)).toEqual(["mark", "front-matter", "body"]);
    expect(splitParts("---\nno end\n# A\n").map((run) => run.kind)).toEqual(["body", "body"]);
  });
});
