import { tests as examples } from "commonmark-spec";
import MarkdownIt from "markdown-it";
import { expect, it } from "vitest";
import { createMarkdownParser } from "../../../server/src/text/markdown/markdown-parser.ts";

const texts = examples.map(({ markdown }) => markdown.replaceAll("→", "\t"));
const theirs = new MarkdownIt({ html: true });
const ours = createMarkdownParser();

it("renders the examples of CommonMark as markdown-it does, alone, in lists and quotes, and cut off", () => {
  for (const text of texts) {
    const lines = text.split("\n");
    const cut = text.slice(0, Math.ceil(text.length / 2));
    const forms = [
      text,
      lines.map((line) => `> ${line}`).join("\n"),
      `- a\n${lines.map((line) => `  ${line}`).join("\n")}`,
    ];
    for (const form of [...forms, `a ${text.replaceAll("\n", " ")}`, cut, `[a ${cut}](b)`])
      expect(ours.render(form)).toBe(theirs.render(form));
  }
});

it("reads a tag that never closes in a time that grows with it, whatever stands for its blanks", () => {
  for (const blank of ["\u00a0", "\u2003", "\u3000", "\ufeff", "\u2028", "\v", " ", "\t"]) {
    for (const attribute of [":\t:=/", "a=b", "a = b", 'a="b"']) {
      const tag = `<A\ta=!${`${blank}${attribute}`.repeat(2_000)}">`;
      for (const text of [tag, `text ${tag}`, `- ${tag}`, `> ${tag}`, `[a](b ${tag})`])
        expect(ours.render(text)).toContain("&lt;A\ta=!");
    }
  }
});
