import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderDocument } from "../../../server/src/render/render-document.ts";
import { renderPage } from "../../../server/src/render/render-page.ts";
import { assess, checklist } from "./assess.ts";
import { readHtml, type Tag } from "./read-html.ts";

const attacks: readonly string[] = [
  "<script>alert(1)</script>",
  "<SCRIPT\n>alert(1)</SCRIPT >",
  "text <img src=x onerror=alert(1)> text",
  '<a href="javascript:alert(1)">x</a>',
  "[x](javascript:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x](&#106;avascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:x) [y](file:///etc/passwd) [z](command:quit)",
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  "![x](javascript:alert(1)) ![x](data:image/svg+xml,%3Csvg%3E)",
  "![huge](https://example.com/99999x99999.png)",
  '<svg onload="alert(1)"><use href="#x"/></svg>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  "<style>body{background:url(https://evil.example)}</style>",
  '<div style="background:url(https://evil.example)">x</div>',
  '<iframe srcdoc="<script>1</script>"></iframe>',
  '<form action="https://evil.example"><input name=a autofocus onfocus=alert(1)></form>',
  '<kbd onclick="alert(1)">x</kbd> <br style="x:y"> <details open ontoggle=alert(1)>',
  '<details><summary id="page" onclick=1>x</summary></details>',
  "</main></div></body><script>1</script>",
  "<![CDATA[<script>1</script>]]> <?php ?> <!DOCTYPE html>",
  "<!-- a --><script>1</script><!-- b",
  '```"><script>\n</code></pre><script>alert(1)</script>\n```',
  "```html onload=alert(1)\n<b>\n```",
  '```mermaid\ngantt\ntitle <script>1</script>\nsection <b>\nA <img src=x> :x, 2026-01-01, 1d\nclick x href "javascript:alert(1)"\n```',
  "| <script>1</script> | [x](javascript:1) |\n|---|---|\n| <img onerror=1> | [ ] <b onclick=1> |",
  '- [ ] gate "><script>alert(1)</script>',
  "- [x] gate & `<b>` &lt;script&gt; &#x3c;script>",
  '# <script>alert(1)</script>\n\n## "><img src=x onerror=1>',
  "&#xFDE2;&#xFDD0;&#xFDEF; \uFDE2\uFDD0\uFDEF \uFDE3\uFDD1\uFDEF",
  "<http://x/%EF%B7%A2%EF%B7%90%EF%B7%AF>",
  "[Name <script>] YYYY-MM-DD {{<b>}}",
  "\u0000\uFFFE\u202E<b>",
];

/** Everything that a browser could run or fetch by itself, or that leads where no link may. */
function dangers(tags: readonly Tag[]): readonly string[] {
  return tags.flatMap(({ name, attributes }) =>
    [...attributes].flatMap(([key, value]) => {
      if (/^(?:on|style$|src|srcset|action|formaction)/.test(key)) return [`${name} ${key}`];
      if (key !== "href") return [];
      return /^(?:https?:|mailto:|#|(?![a-z][a-z\d+.-]*:|\/\/))/i.test(value) ? [] : [`${name} ${value}`];
    }),
  );
}

/** Boxes that can be answered are the document's own gates; a page invents none. */
async function pageOf(text: string, name?: string): Promise<readonly Tag[]> {
  const assessment = await assess(text, name, { as: "run" });
  const tags = readHtml(renderDocument(assessment));
  const ids = new Set(assessment.document.gates.map(({ id }) => id));
  const strange = tags.flatMap(({ attributes }) => {
    const gate = attributes.get("data-gate");
    return gate === undefined || ids.has(decode(gate)) ? [] : [gate];
  });
  expect(strange).toEqual([]);
  return tags;
}

const decode = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "",
  );

describe("a hostile document", () => {
  it.each(attacks)("reaches nothing: %j", async (attack) => {
    expect(dangers(await pageOf(checklist(`before\n\n${attack}\n\nafter`)))).toEqual([]);
    expect(dangers(await pageOf(checklist(`- item\n  ${attack.replaceAll("\n", "\n  ")}`)))).toEqual([]);
    expect(
      dangers(
        await pageOf(`---\nkind: ReleaseChecklist\nowner: ${attack.replaceAll("\n", " ")}\n---\n# Release Checklist\n`),
      ),
    ).toEqual([]);
  });

  it.each(attacks)("reaches nothing from a manifest: %j", async (attack) => {
    const quoted = JSON.stringify(attack);
    const manifest = `apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: ${quoted}\n  name: ${quoted}\n  runbook: ${quoted}\n${quoted}: 1\nscope:\n  - id: ${quoted}\n    url: ${quoted}\n    rollback: { script: ${quoted} }\nchecklist:\n  preRelease:\n    - gate: ${quoted}\n      evidence: ${quoted}\n      waived: { by: ${quoted}, reason: ${quoted} }\n`;
    expect(dangers(await pageOf(manifest, "release-manifest.yaml"))).toEqual([]);
  });

  it("never gets more than our elements onto a page, however it is put together", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...attacks,
        "- [ ] a",
        "  - [x] b",
        "> ",
        "```",
        "~~~",
        "| a | b |\n|---|---|",
        "<kbd>",
        "</kbd>",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "*",
        "**",
        "_",
        "[",
        "](x)",
        "`",
        "\t",
        "## h",
        "[Name]",
        "vX.Y.Z",
        "    ",
      ),
      fc.string({ maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(piece, fc.constantFrom("", " ", "\n", "\n\n")), { maxLength: 14 }),
        async (pieces) => {
          expect(dangers(await pageOf(checklist(pieces.map((pair) => pair.join("")).join(""))))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("gives a page of its own that allows nothing but its styles", async () => {
    const page = renderPage(await assess(checklist(attacks.join("\n\n"))));
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    const [head = "", body = ""] = page.split("<body>");
    expect(head.match(/<(?!\/)[a-z]+/g)).toEqual(["<html", "<head", "<meta", "<meta", "<meta", "<title", "<style"]);
    expect(dangers(readHtml(body.replace(/<\/body>\s*<\/html>\s*$/, "")))).toEqual([]);
    expect(head).not.toMatch(/url\(|@import|expression\(/);
  });

  it("keeps its words: what is not kept as markup is shown as text", async () => {
    const html = renderDocument(await assess(checklist("<script>alert(1)</script>\n\nx <b onclick=1>y</b>")));
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("x &lt;b onclick=1&gt;y&lt;/b&gt;");
  });
});
