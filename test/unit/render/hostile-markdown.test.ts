import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { linkTarget, summaryText } from "../../../server/src/render/report/markdown-text.ts";
import {
  markdownCode,
  markdownLines,
  markdownText,
  messageText,
} from "../../../server/src/text/markdown/escape-markdown.ts";

/** As generous as any reader of ours: HTML is shown, addresses become links. */
const reader = new MarkdownIt({ html: true, linkify: true });
reader.linkify.set({ fuzzyEmail: true, fuzzyLink: false });

const hostileTexts = [
  "![i](https://evil.example/i.png)",
  "![i][r]\n\n[r]: https://evil.example/i.png",
  "[l](https://evil.example)",
  "[l](command:workbench.action.quit)",
  "<https://evil.example>",
  "https://evil.example/x",
  "HTTPS://evil.example ftp://evil.example //evil.example",
  "www.evil.example WWW.evil.example",
  "a@evil.example mailto:a@evil.example",
  "<img src=https://evil.example/i.png onerror=x>",
  "<script>x</script> <!-- x",
  "&lt;img src=x&gt; &#60;img&#62; &#x5b;l](x)",
  "\\![i](https://evil.example) \\<img src=x>",
  "`` ` ``![i](https://evil.example)` `<img src=x>`",
  "```\n![i](https://evil.example)\n```",
  "# Heading\n\n## Another\r# Third",
  "text\n===\n\n- item\n\n1. item\n\n> quote\n\n| a |\n| - |\n| b |",
  "**bold** __bold__ ~~struck~~ *i* _i_",
  "$(trash) $(sync~spin)",
  "@everyone @org/team",
  "\u202Eevil \u0007 \u001B[2J \uD800",
  "::error::x ##[error]y",
];

describe.each(hostileTexts)("%j as Markdown", (text) => {
  it.each([
    ["a text", (given: string) => `**Title** ${markdownText(given)} end`],
    ["a text alone", (given: string) => `x ${markdownText(given)}`],
    ["lines", (given: string) => `x ${markdownLines(given)}`],
    ["a message", (given: string) => `x ${messageText(given)}`],
    ["a message with code", (given: string) => `x ${messageText(`Say \`${given}\` and ${given}`)}`],
    ["code", (given: string) => `x ${markdownCode(given)} y`],
    ["a cell", (given: string) => `| a | b |\n| - | - |\n| ${markdownText(given)} | y |`],
    ["a heading", (given: string) => `### ${markdownText(given)}: 1`],
  ])("is %s and nothing else", (what, write) => {
    const html = reader.render(write(text));
    const tags = new Set([...html.matchAll(/<\/?([a-z]\w*)/g)].map(([, tag]) => tag));
    const expected = { "a cell": ["table", "thead", "tbody", "tr", "th", "td"], "a heading": ["h3"] }[what] ?? ["p"];
    const code = what.includes("code") || what === "a message" ? ["code"] : [];
    const allowed = new Set([...expected, ...code, "strong", ...(what === "lines" ? ["br"] : [])]);
    expect([...tags].filter((tag) => tag === undefined || !allowed.has(tag))).toEqual([]);
    expect(html).not.toMatch(/(?![\n])\p{Cc}|[\u202A-\u202E]/u);
    if (what === "a cell") expect(html.match(/<td/g)).toHaveLength(2);
  });

  it("is text in HTML", () => {
    expect(summaryText(text)).not.toMatch(/[<>"]|(?![\n])\p{Cc}|[\u202A-\u202E]|##\[|@(?=\w)/u);
  });

  it("is a path in an address", () => {
    expect(linkTarget(text, 3)).toMatch(/^\/[\w%.!~*'/-]*#L3$/);
  });
});

it("says in Markdown what it was given", () => {
  const text = "See https://a.example/x, www.b.example and c@d.example: 5 < 6 & `code` *not* #12 $(x) // end";
  const shown = reader.renderInline(markdownText(text)).replaceAll("\u200B", "");
  expect(shown).toBe(text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
});
