import { describe, expect, it } from "vitest";
import { renderDocument } from "../../../server/src/render/render-document.ts";
import { assess, checklist, contentOf, withoutLines } from "./assess.ts";
import { readHtml } from "./read-html.ts";

/** What stands below the heading of the pre-release section. */
async function rendered(body: string): Promise<string> {
  const html = withoutLines(contentOf(renderDocument(await assess(checklist(body)))));
  readHtml(html);
  return (/<h2><span id="at-pre-release">.*?<\/h2>([\s\S]*)$/.exec(html)?.[1] ?? html).trim();
}

describe("a Markdown document", () => {
  it("shows text, code and emphasis", async () => {
    expect(await rendered("Deploy *now* or **never**, ~~maybe~~ `a < b`  \nnext")).toBe(
      "<p>Deploy <em>now</em> or <strong>never</strong>, <s>maybe</s> <code>a &lt; b</code><br>\nnext</p>",
    );
  });

  it("keeps fields that stand below each other on lines of their own", async () => {
    expect(await rendered("**Owner:** @ines\n**Backup**: @joon\nand **more** words")).toBe(
      "<p><strong>Owner:</strong> @ines<br>\n<strong>Backup</strong>: @joon\nand <strong>more</strong> words</p>",
    );
  });

  it("shows lists, quotes, rules and code", async () => {
    expect(await rendered("3. c\n4. d\n\n> quoted\n\n---\n\n```sh\nls <x>\n```\n\n    indented")).toBe(
      '<ol start="3"><li>c\n</li><li>d\n</li></ol><blockquote><p>quoted</p></blockquote><hr>' +
        '<pre><code class="language-sh">ls &lt;x&gt;\n</code></pre><pre><code>indented\n</code></pre>',
    );
  });

  it("shows tables in a frame that can be scrolled by keyboard; long ones keep their header", async () => {
    const table = (rows: number): string => `| Name | Size |   |\n|:--|--:|---|\n${"| a | 1 | x |\n".repeat(rows)}`;
    expect(await rendered(table(1))).toBe(
      '<div class="table" role="group" aria-label="Table: Pre-Release" tabindex="0"><table><thead><tr>' +
        '<th scope="col" class="left">Name</th><th scope="col" class="right">Size</th><td></td></tr></thead><tbody><tr>' +
        '<td class="left">a</td><td class="right">1</td><td>x</td></tr></tbody></table></div>',
    );
    expect(await rendered(table(20))).toContain('<div class="table long"');
  });

  it("marks placeholders, wherever they stand", async () => {
    const mark = (text: string): string =>
      `<span class="finding warning" title="Warning: X" aria-describedby="finding-0"><mark class="placeholder" title="Still to be filled in">${text}</mark></span>`;
    const html = (await rendered("Ask _[Name]_ on YYYY-MM-DD, tag `release/vX.Y.Z`.\n\n```bash\ndeploy vX.Y.Z\n```"))
      .replace(
        /title="(?:Error|Warning): [^"]*" aria-describedby="finding-[\da-z-]+"/g,
        'title="Warning: X" aria-describedby="finding-0"',
      )
      .replaceAll("finding error", "finding warning");
    expect(html).toBe(
      `<p>Ask <em>${mark("[Name]")}</em> on ${mark("YYYY-MM-DD")}, tag <code>release/${mark("vX.Y.Z")}</code>.</p>` +
        `<pre><code class="language-bash">deploy ${mark("vX.Y.Z")}\n</code></pre>`,
    );
  });

  it("marks findings at their text, and refers to the line of the list that says what is wrong", async () => {
    const html = renderDocument(await assess(checklist("See [the plan](./missing.md).")));
    const [, id = ""] =
      /<a href="\.\/missing\.md" class="finding warning" title="[^"]*" aria-describedby="(finding-[\da-z-]+)"/.exec(
        html,
      ) ?? [];
    expect(html).toMatch(
      new RegExp(`<li id="${id}"><span class="severity warning">Warning</span> <a [^>]*>[^<]*missing\\.md`),
    );
  });

  it("ties elements to source lines", async () => {
    const html = contentOf(renderDocument(await assess(checklist("one\n\n- two\n- three\n\n| a |\n|---|\n| b |"))));
    const lines = [...html.matchAll(/<(\w+) id="L(\d+)" data-line="(\d+)"/g)].map(([, name, id, line]) => [
      name,
      Number(id) - Number(line),
      Number(line),
    ]);
    expect(lines).toEqual([
      ["div", 1, 2],
      ["h1", 1, 4],
      ["h2", 1, 6],
      ["p", 1, 8],
      ["li", 1, 10],
      ["li", 1, 11],
      ["tr", 1, 13],
      ["tr", 1, 15],
    ]);
  });

  it("gives headings the anchors that links name", async () => {
    const html = await rendered("[down](#go--no-go)\n\n### Go / No-Go\n\n### Go / No-Go");
    expect(html).toContain('<a href="#at-go--no-go">down</a>');
    expect(html).toContain('<span id="at-go--no-go">');
    expect(html).toContain('<span id="at-go--no-go-1">');
  });

  it("shows bracketed definitions as the text that they are", async () => {
    const html = await rendered("- [BUG-001]: [Description]\n- [BUG-002]: fixed");
    expect(html).toContain("[BUG-001]: ");
    expect(html).toContain("[Description]");
  });

  it("shows a gantt chart as a timeline, other diagrams as code", async () => {
    const html = await rendered(
      "```mermaid\ngantt\n  title Plan\n  Freeze :2026-11-01, 2d\n```\n\n```mermaid\nflowchart LR\n  a --> b\n```",
    );
    expect(html).toContain('<div class="chart"><table class="timeline"><caption>Plan</caption>');
    expect(html).toContain('<pre><code class="language-mermaid">flowchart LR\n  a --&gt; b\n</code></pre>');
  });

  it("drops comments, keeps the few elements that may be written, closes what was left open", async () => {
    expect(await rendered("a <!-- no --> <kbd>Ctrl</kbd> x<sup>2 *b</sup> c*<br>d <sub>open")).toBe(
      "<p>a  <kbd>Ctrl</kbd> x<sup>2 <em>b c</em><br>d <sub>open</sub></sup></p>",
    );
    expect(
      await rendered("<details>\n<summary>More <kbd>x</summary>\n\n- inner\n\n</details>\n\n</details>\n\nafter"),
    ).toBe(
      "<details><summary><p>More <kbd>x</kbd></p></summary><ul><li>inner\n</li></ul></details><p>after</p>".replace(
        /<\/?p>(?=More|<\/summary>)/g,
        "",
      ),
    );
    expect(await rendered("- <details>\n  <summary>s</summary>\n\n  text\n- next")).toBe(
      "<ul><li><details><summary>s</summary><p>text</p></details></li><li>next\n</li></ul>".replace(
        "<li>next\n</li>",
        "<li><p>next</p></li>",
      ),
    );
  });
});
