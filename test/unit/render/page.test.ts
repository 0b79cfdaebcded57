import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pageTitle } from "../../../server/src/render/page-title.ts";
import { renderDocument } from "../../../server/src/render/render-document.ts";
import { renderPage } from "../../../server/src/render/render-page.ts";
import { reportDocument } from "../../../server/src/render/report/report-document.ts";
import { renderReport } from "../../../server/src/render/report.ts";
import { assess, checklist } from "./assess.ts";
import { readHtml } from "./read-html.ts";

const banner = (html: string): string => /^<header[\s\S]*?<\/header>/.exec(html)?.[0] ?? "";

describe("the banner", () => {
  it("names verdict, kind and stage", async () => {
    const verdictOf = async (status: string, body = "- [x] One"): Promise<string> => {
      const text = `${checklist(body, status)}\n## Rollback\n\n1. Redeploy v1.1.0 and verify with the smoke tests when errors exceed 5%.\n`;
      const html = banner(renderDocument(await assess(text)));
      return (
        /<header class="banner ([\w-]+)"><p class="verdict"><strong>(.*?)<\/strong> <span class="about">(.*?)<\/span>/
          .exec(html)
          ?.slice(1)
          .join(" | ") ?? html
      );
    };
    expect(await verdictOf("draft")).toBe("not-ready | Not ready | Release Checklist, draft");
    expect(await verdictOf("approved")).toBe("go | Go | Release Checklist, approved");
    expect(await verdictOf("approved", "- [ ] One")).toBe("no-go | No-Go | Release Checklist, approved");
    expect(await verdictOf("completed")).toBe("go | Can be closed | Release Checklist, completed");
    expect(await verdictOf("")).toBe("go | Go | Release Checklist, no status, judged as approved");
    expect(await verdictOf("cancelled")).toBe("none | No verdict | Release Checklist, cancelled");
  });

  it("says of a template that it is one, and judges nothing in it", async () => {
    const html = banner(renderDocument(await assess(checklist("- [ ] One"), "checklist.md", { as: "template" })));
    expect(html).toContain("<strong>Template</strong>");
    expect(html).not.toContain("progress");
  });

  it("lists blockers as links to their places, those that a comment silences too", async () => {
    const text = checklist("<!-- release-docs-disable-next-line gates/unchecked -- agreed -->\n- [ ] One\n- [ ] Two");
    const html = renderDocument(await assess(text));
    expect(html).toMatch(
      /<a href="#L10" data-jump="9:2">Gate “One”[^<]*<\/a> <span class="line">line 10<\/span> <span class="state">Silenced, still blocks<\/span>/,
    );
    expect(html).toMatch(/<a href="#L11" data-jump="10:2">Gate “Two”/);
    expect(html).toContain('<li id="L11" data-line="10"');
  });

  it("keeps a long list short until it is opened, and tells many open gates by their names alone", async () => {
    const gates = Array.from({ length: 30 }, (_, at) => `- [ ] Gate \`${at}\``).join("\n");
    const html = banner(renderDocument(await assess(checklist(gates))));
    expect(html).toContain("<p>31 things block this release:</p><ul><li>");
    expect(html).toMatch(/<p>30 of them are gates that are due and open:<\/p><ul><li><a [^>]*>Gate 0<\/a>/);
    expect(html).toContain("<details><summary>22 more</summary>");
    expect(html.match(/<li>/g)).toHaveLength(31);
    expect(html).not.toContain("is due and open: confirm it");
  });

  it("links to what shaped the verdict, and lists what the report lists", async () => {
    const assessment = await assess(checklist("- [x] One", "freigegeben"), "ops/a b/checklist.md", {
      files: {
        "file:///w/.release-docs.yaml": "statuses: {}\n",
        "file:///w/ops/.release-docs.yaml":
          "extends: ./ci.yaml\nstatuses:\n  freigegeben: approved\nsections:\n  rollback-procedure: ['<b>Zurück</b>']\n",
        "file:///w/ops/ci.yaml": "rules: {}\n",
      },
    });
    const html = banner(renderDocument(assessment));
    const items = [...(html.split('<details class="shaped">')[1] ?? "").matchAll(/<li>(.*?)<\/li>/g)].map(
      ([, item = ""]) => item,
    );
    expect(html).toContain("<summary>What shaped this verdict (4)</summary>");
    expect(items).toEqual([
      'Status “freigegeben” is read as approved (<a href="../.release-docs.yaml#L3">statuses in ../.release-docs.yaml:3</a>)',
      'Configuration (<a href="../.release-docs.yaml">../.release-docs.yaml</a>)',
      'Configuration that it builds on (extends) (<a href="../ci.yaml">../ci.yaml</a>)',
      'Does not hold here, for a nearer one does (<a href="../../.release-docs.yaml">../../.release-docs.yaml</a>)',
    ]);
    const report = renderReport([reportDocument(assessment, "checklist.md", false, (uri) => uri)]);
    const listed = report.split("## What shaped this verdict")[1]?.match(/^- /gm);
    expect(listed).toHaveLength(items.length);
    for (const { sentence } of assessment.shaped) expect(report).toContain(sentence);
  });

  it("has no list where nothing shaped the verdict, and escapes what names hold", async () => {
    expect(renderDocument(await assess(checklist("- [x] One")))).not.toContain("What shaped");
    const assessment = await assess(checklist("- [x] One"), "ops/checklist.md", { kind: "ReleaseChecklist" });
    const hostile = {
      what: "status",
      sentence: "<img src=x>",
      at: { file: "file:///w/javascript:a%22%3E%3Cb%3E.yaml" },
    };
    const html = banner(renderDocument({ ...assessment, shaped: [{ ...hostile, what: "status" }] }));
    expect(html).toContain("<li>&lt;img src=x&gt; (<a href=");
    expect(html).not.toMatch(/<b>|<img|href="javascript/);
  });

  it("counts the gates of each phase in words and bars", async () => {
    const text = `${checklist("- [x] a\n- [ ] b\n- [ ] c (N/A: none)\n- [ ] d ❌")}\n## Post-Release\n\n- [ ] e\n`;
    const html = banner(renderDocument(await assess(text)));
    expect(html).toContain(
      '<span class="phase-name">Pre-release</span> <progress max="4" value="2" aria-label="Pre-release"></progress> <span class="count">2 of 4, 1 failed, 1 due</span>',
    );
    expect(html).toContain(
      '<progress max="1" value="0" aria-label="Post-release"></progress> <span class="count">0 of 1</span>',
    );
  });
});

describe("a page", () => {
  it("is one whole file, the same each time, in the theme that is asked for", async () => {
    const assessment = await assess(checklist("- [ ] One"));
    const page = renderPage(assessment, { theme: "dark" });
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en" data-theme="dark">/);
    expect(page).toContain("<title>Release Checklist: v1.2.0</title>");
    expect(page).toContain("@media print");
    expect(page).not.toMatch(/<script|<link|src=/);
    expect(renderPage(assessment, { theme: "dark" })).toBe(page);
  });

  it("is titled by its document, else by its kind", async () => {
    expect(
      pageTitle(
        await assess(
          "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease: { name: Harbour, id: v3 }\n",
          "release-manifest.yaml",
        ),
      ),
    ).toBe("Harbour v3");
    expect(
      pageTitle(await assess("apiVersion: release-docs/v1\nkind: ReleaseManifest\n", "release-manifest.yaml")),
    ).toBe("Release Manifest");
  });

  it("has one main heading at least, for those who go by headings", async () => {
    const untitled = renderDocument(await assess("---\nkind: ReleaseChecklist\n---\n\n## Release Checklist\n"));
    expect(untitled).toContain('<main id="document"><h1 class="visually-hidden">Release Checklist</h1>');
    expect(renderDocument(await assess(checklist("")))).not.toContain("visually-hidden");
  });

  it("says of a file that is refused why it is", async () => {
    const html = renderDocument(await assess(`# Release Checklist\n\n${"> ".repeat(200)}x\n`));
    readHtml(html);
    expect(html).toContain('<p class="notice">');
  });

  it("has for every document of the examples one box a gate or more, and strict HTML", async () => {
    for (const name of [
      "checkout-v2.1.0/release-manifest.yaml",
      "checkout-v2.1.0/runbook.md",
      "checkout-v2.2.0/release-manifest.yaml",
      "checkout-v2.2.0/runbook.md",
    ]) {
      const assessment = await assess(readFileSync(`examples/${name}`, "utf8"), name);
      const gates = new Set(
        readHtml(renderDocument(assessment)).flatMap(({ attributes }) => attributes.get("data-gate") ?? []),
      );
      expect(gates.size).toBe(assessment.document.gates.length);
    }
  });
});
