import { describe, expect, it } from "vitest";
import { type Assessment, createReleaseDocsService } from "../../server/src/engine/service.ts";
import { memoryFiles } from "../support/memory-files.ts";

const today = (): string => "2026-11-20";

/** A text as the engine judges it; its configuration where one is given. */
async function judged(text: string, name = "checklist.md", configuration = ""): Promise<Assessment | undefined> {
  const files = memoryFiles({ "file:///w/.release-docs.yaml": configuration });
  return createReleaseDocsService({ files, today }).assess(`file:///w/${name}`, text);
}

/** A recognised run in which nothing is wrong but what stands in `body`. */
const run = (body: string, title = "Release Checklist: v1.2.3"): string =>
  `# ${title}\n\n**Status:** In progress\n\n## Pre-Release\n\n- [x] Code frozen\n${body}\n\n## Rollback\n\n**Trigger:** error rate > 5%\n**Decided by:** @alice\n\n1. Redeploy v1.2.2\n2. Verify the error rate\n`;

describe("what was not read is never Go", () => {
  const quotes = `\n${"> ".repeat(300)}note\n`;

  it.each([
    ["quotes", run(`- [ ] Backups verified\n\n${quotes}`), ""],
    ["lists in a list", run(`\n${"- ".repeat(300)}x`), ""],
    ["two megabytes behind it", run("- [ ] Backups verified") + " ".repeat(2_000_000), ""],
    ["two megabytes before it", `<!--${"x".repeat(2_000_000)}-->\n${run("- [ ] Backups verified")}`, ""],
    ["switched off", run(quotes), "rules: { syntax/limit: off }\n"],
    ["a hint", run(quotes), "rules: { syntax/limit: hint }\n"],
    ["silenced", `<!-- release-docs-disable-file syntax/limit -- x -->\n${run(quotes)}`, ""],
  ])("%s", async (_name, text, configuration) => {
    const assessment = await judged(text, "checklist.md", configuration);
    expect(assessment?.document.declared).toBe(false);
    expect(assessment?.verdict.verdict).toBe("no-go");
    expect(assessment?.verdict.blockers.map(({ rule }) => rule)).toContain("syntax/limit");
  });
});

it("is not hidden by quotes in a comment, which are read", async () => {
  const assessment = await judged(run(`- [ ] Backups verified\n\n<!--\n${"> ".repeat(101)}note\n-->`));
  expect(assessment?.verdict.verdict).toBe("no-go");
});

describe("what is never closed takes the rest into it, is told, and is never Go", () => {
  const above = run("");
  const rules = async (text: string) => (await judged(`${above}\n${text}`))?.verdict.blockers.map(({ rule }) => rule);

  it.each([
    "```sh\nmake\n",
    "```\n",
    "~~~~\n~~~\n",
    "- x\n\n  ```\n  a\n",
    "> ~~~\n> - [ ] Backups verified",
    "<!-- note\n",
    "<?note\n",
    "<!DOCTYPE\n",
    "<![CDATA[\n",
    "<style>\n",
    "<pre>\n",
    "<textarea>\n",
  ])("%j", async (opening) => {
    const told = await rules(
      opening.includes("Backups") || opening.startsWith("-") ? opening : `${opening}- [ ] Backups verified\n`,
    );
    expect(told).toContain("syntax/unclosed");
  });

  it.each([
    "```sh\nmake\n```",
    "```sh\nmake\n````\n",
    "~~~\nmake\n~~~  ",
    "```\n",
    "```\n\n\n",
    "- x\n  ```\n  make\n  ```",
    "> ```\n> make\n> ```",
    "<!-- note\n-->",
    "<!-- note",
    "<details>\n<summary>more</summary>",
    "<pre>\nx\n</pre>",
    "    indented\n    code",
  ])("but not %j", async (closed) => {
    expect(await rules(closed)).toEqual([]);
  });
});

describe("a template is one by what its readers see", () => {
  it("says why it is one", async () => {
    const source = async (text: string, name?: string, configuration?: string) =>
      (await judged(text, name, configuration))?.document.templateSource;
    const open = run("- [ ] Backups verified");
    expect(await source(open)).toBeUndefined();
    expect(await source(`---\ntemplate: true\n---\n${open}`)).toBe("front matter");
    expect(await source(open, "templates/checklist.md")).toBe("path");
    expect(await source(run("", "Release Checklist Template"))).toBe("title");
    expect(await source(open, "a.md", "documents: [{ files: '*.md', template: true }]\n")).toBe("configuration");
  });

  it.each(['<a name="template"></a> Release Checklist: v1.2.3', "Release Checklist: v1.2.3 <!-- template -->"])(
    "%s",
    async (title) => {
      const assessment = await judged(run("- [ ] Backups verified", title));
      expect(assessment?.document.template).toBe(false);
      expect(assessment?.verdict.verdict).toBe("no-go");
    },
  );
});

const manifest = (head: string): string => `${head}release:\n  id: v1.2.3\n  status: approved\n`;

describe("a document is what its parser reads that it is", () => {
  it.each([
    '"apiVersion": "release-docs/v1"\n"kind": "ReleaseManifest"\n',
    "apiVersion : release-docs/v1\nkind : ReleaseManifest\n",
    "? apiVersion\n: release-docs/v1\n? kind\n: ReleaseManifest\n",
    "apiVersion: !!str release-docs/v1\nkind: !!str ReleaseManifest\n",
    "apiVersion: &v release-docs/v1\nkind: &k ReleaseManifest # ours\n",
    "apiVersion: >-\n  release-docs/v1\nkind: |-\n  ReleaseManifest\n",
    "apiVersion:\n  release-docs/v1\nkind:\n  'ReleaseManifest'\n",
    '"api\\u0056ersion": "release-docs/v1"\n"kind": "Release\\x4danifest"\n',
    '"apiVersion": "release\\u002ddocs/v1"\n"kind": "Release\\\n  Manifest"\n',
    "%YAML 1.2\n--- # ours\napiVersion: release-docs/v1\nkind: ReleaseManifest\n",
    "\uFEFF# ours\n\napiVersion: release-docs/v1\r\nkind: ReleaseManifest\r\n",
    "apiVersion: release-docs/v1\rkind: ReleaseManifest\r",
    "apiVersion: release-docs/v2\nkind: ReleaseManifest\n",
    "apiVersion: release-docs\nkind: ReleaseManifest\n",
    "apiVersion: Release-Docs/v1\nkind: ReleaseManifest\n",
    "apiVersion: release-docs/v1\nkind: Release\u200bManifest\n",
    "apiVersion: release-docs/v1\nkind: ReleaseMаnifest\n", // a Cyrillic а
    "x: &x { kind: ReleaseManifest }\n<<: *x\napiVersion: release-docs/v1\n",
  ])("a manifest: %j", async (head) => {
    const assessment = await judged(manifest(head), "release-manifest.yaml");
    expect(assessment?.document).toMatchObject({ kind: "ReleaseManifest", declared: true });
    expect(assessment?.verdict.verdict).toBe("no-go");
  });

  it.each([
    '{"apiVersion": "release-docs/v1", "kind": "ReleaseManifest", "release": {"id": "v1.2.3", "status": "approved"}}',
    "{ apiVersion: release-docs/v1, kind: ReleaseManifest,\n  release: { id: v1.2.3, status: approved } }\n",
    `${manifest("apiVersion: v1\nkind: Service\n")}---\n${manifest("apiVersion: release-docs/v1\nkind: ReleaseManifest\n")}`,
  ])("a manifest as a whole: %j", async (text) => {
    expect((await judged(text, "a.yaml"))?.verdict.verdict).toBe("no-go");
  });

  it.each([
    "apiVersion: release-docs-other/v1\nkind: ReleaseManifest\n",
    "apiVersion: apps/v1\nkind: ReleaseManifest\n",
    "spec:\n  apiVersion: release-docs/v1\n  kind: ReleaseManifest\n",
    "text: |\n  apiVersion: release-docs/v1\n  kind: ReleaseManifest\n",
    "# apiVersion: release-docs/v1\n# kind: ReleaseManifest\n",
    "[release-docs/v1, ReleaseManifest]\n",
  ])("not ours: %j", async (text) => expect(await judged(text, "a.yaml")).toBeUndefined());

  const body = run("- [ ] Backups verified", "Anything");

  it.each([
    '"kind": ReleaseChecklist\n',
    "kind : ReleaseChecklist\n",
    "? kind\n: ReleaseChecklist\n",
    "kind: !!str ReleaseChecklist\n",
    "kind: &k ReleaseChecklist\n",
    "kind:\n  ReleaseChecklist\n",
    "{ kind: ReleaseChecklist }\n",
    '{"title": "x", "kind": "ReleaseChecklist"}\n',
    "title: x\n'kind': 'ReleaseChecklist' # ours\n",
    '"\\u006bind": "ReleaseChecklist"\n',
    "kind: Releаse\u00ADChecklist\n", // a Cyrillic а and a soft hyphen
  ])("front matter: %j", async (yaml) => {
    const assessment = await judged(`---\n${yaml}---\n${body}`);
    expect(assessment?.document).toMatchObject({ kind: "ReleaseChecklist", declared: true });
    expect(assessment?.verdict.verdict).toBe("no-go");
  });

  it.each([
    ["a comment", "<!-- Copyright -->\n"],
    ["comments and blank lines", "\n<!-- Copyright\n\nAll rights -->\n\n<!-- x -->\n"],
    ["a blank line", "\n"],
    ["a byte order mark and a blank line", "\uFEFF \n"],
    ["an invisible character", "\u200b\n"],
    ["a comment that is a definition", "[//]: # (Copyright)\n\n"],
    ["a comment on its line", "<!-- Copyright -->"],
    ["a comment and a blank on its line", "<!-- Copyright\n\nAll rights --> "],
    ["NUL on its line", "\0"],
    ["a form feed on its line", "\f"],
    ["a no-break space on its line", "\u00a0"],
    ["a second byte order mark", "\uFEFF\uFEFF"],
    ["a line separator", "\u2028"],
  ])("front matter below %s is told, read, and moved by a fix", async (_name, lead) => {
    const text = `${lead}---\nkind: ReleaseChecklist\n---\n${body}`;
    const files = memoryFiles({});
    const service = createReleaseDocsService({ files, today });
    const assessment = await service.assess("file:///w/a.md", text);
    expect(assessment?.document).toMatchObject({ kind: "ReleaseChecklist", declared: true });
    expect(assessment?.verdict.verdict).toBe("no-go");
    const finding = assessment?.findings.find(({ rule }) => rule === "syntax/front-matter");
    expect(finding?.message).toMatch(/must begin on the first line/);
    const intention = finding?.fixes[0]?.intention;
    const changes = assessment && intention && service.edit(assessment.document, intention);
    const fixed = (changes ?? []).reduceRight(
      (all, { start, end, text }) => all.slice(0, start) + text + all.slice(end),
      text,
    );
    expect(fixed).toMatch(/^\uFEFF?---\nkind: ReleaseChecklist\n---\n/);
    const again = await service.assess("file:///w/a.md", fixed);
    expect(again?.findings.map(({ rule }) => rule)).not.toContain("syntax/front-matter");
    expect(again?.verdict.blockers).toHaveLength(assessment?.verdict.blockers.length ?? -1);
  });

  it.each(["  ---\n", "---  # ours\n", "---yaml\n"])("an opening that others do not know: %j", async (line) => {
    const assessment = await judged(`${line}kind: ReleaseChecklist\n---\n${body}`);
    expect(assessment?.document.declared).toBe(true);
    expect(assessment?.findings.map(({ rule }) => rule)).toContain("syntax/front-matter");
  });

  it.each(["---\u200b", "---\f", "--- \u2028", "-\u00ad--", "---\u3000", "..\u2060."])(
    "an end in which something hides: %j",
    async (line) => {
      const text = `---\nkind: ReleaseChecklist\n${line}\n${body}\n---\n`;
      const service = createReleaseDocsService({ files: memoryFiles({}), today });
      const assessment = await service.assess("file:///w/a.md", text);
      expect(assessment?.document.declared).toBe(true);
      expect(assessment?.verdict.verdict).toBe("no-go");
      const [finding] = assessment?.findings.filter(({ rule }) => rule === "syntax/front-matter") ?? [];
      const intention = finding?.fixes[0]?.intention;
      const [change] = (assessment && intention && service.edit(assessment.document, intention)) ?? [];
      expect(change?.text).toBe("---\nkind: ReleaseChecklist\n---\n");
    },
  );

  it("takes no line that separates for front matter", async () => {
    const text = run("- [ ] Backups verified");
    const assessment = await judged(`<!-- x -->\n---\n\n${text}\n---\n\nthe kind: of thing\n`);
    expect(assessment?.document.declared).toBe(false);
    expect(assessment?.gates.total).toBe(2);
    expect(assessment?.findings.map(({ rule }) => rule)).not.toContain("syntax/front-matter");
  });

  it("tells another version of ours in front matter", async () => {
    const assessment = await judged(`---\napiVersion: release-docs/v2\nkind: ReleaseChecklist\n---\n${body}`);
    const finding = assessment?.findings.find(({ rule }) => rule === "syntax/front-matter");
    expect(finding?.message).toMatch(/release-docs\/v2/);
    expect(assessment?.verdict.blockers.map(({ rule }) => rule)).toContain("syntax/front-matter");
  });

  it.each([
    "# **Release** Checklist: v1.2.3",
    "# Release\u200b Checklist: v1.2.3",
    "# Relеase Checklist: v1.2.3", // a Cyrillic е
    "# Release [Checklist](./x 'y'): v1.2.3",
    '# <a name="x"></a>Release Checklist: v1.2.3',
    "# Release <!-- x --> Checklist",
    `<!-- ${"x".repeat(20_000)} -->\n# Release Checklist`,
    `${"\n".repeat(20_000)}# Release Checklist`,
    `${"Some words.\n\n".repeat(2000)}# Release Checklist`,
  ])("a title, as it is seen: %#", async (title) => {
    const assessment = await judged(run("- [ ] Backups verified").replace(/^.*/, title));
    expect(assessment?.document.kind).toBe("ReleaseChecklist");
    expect(assessment?.verdict.verdict).toBe("no-go");
  });
});

const blockers = (assessment: Assessment | undefined): readonly string[] =>
  assessment?.verdict.blockers.map(({ rule }) => rule) ?? [];

describe("what nobody sees answers nothing", () => {
  it("says Go of the same document without it", async () => {
    expect((await judged(run("- [x] Backups verified")))?.verdict.verdict).toBe("go");
    expect((await judged(run("- [ ] Backups verified (waived by @a: ok)")))?.verdict.verdict).toBe("go");
    expect((await judged(run("- [ ] Backups verified (N/A: [none here](x))")))?.verdict.verdict).toBe("go");
  });

  it.each([
    '- [ ] Backups verified [](x "(waived by @a: ok)")',
    "- [ ] Backups verified [](x '(N/A: none)')",
    "- [ ] Backups verified [log](x (waived by @a - ok))",
    "- [ ] Backups verified [](<(waived by @a: ok)>)",
    "- [ ] Backups verified ![(waived by @a: ok)](x.png)",
    "- [ ] Backups verified [log][(waived by @a: ok)]\n\n[(waived by @a: ok)]: x",
    "- [ ] Backups verified <!-- (waived by @a: ok) -->",
    '- [ ] Backups verified <i title="(waived by @a: ok)"></i>',
    "- [ ] Backups verified <span hidden>(waived by @a: ok)</span>",
    '- [ ] Backups verified <span style="display:none">(N/A: none)</span>',
    '- [ ] Backups verified <b style="font-size: 0">(N/A: none)</b>',
    "- [ ] Backups verified <template>(N/A: none)</template>",
    "- [ ] Backups verified (waived by @a: &#8203;)",
    "- [ ] Backups verified (waived by @a: .)",
    "- [ ] Backups verified (waived by -: it is fine)",
    "- [ ] Backups verified (N/A: …)",
    "- [ ] Backups verified (N/A - —)",
    "- [ ] Backups verified (N/A: <!-- none -->)",
    "- [ ] Backups verified (waived by @a: ![ok](x.png))",
    "- [ ] Backups verified <span hidden>[x] yes</span>",
    "- [ ] Backups verified? [](x '[x] yes')",
    "- Backups verified: [ ] Yes ![[x] done](x.png) [ ] No",
    "\n| Check | Done |\n|---|---|\n| Backups | [ ] [](x '(waived by @a: ok)') |",
    "```text\n- [ ] Backups verified [](x '(waived by @a: ok)')\n```",
  ])("%s", async (body) => {
    const assessment = await judged(run(body));
    expect(assessment?.verdict.verdict).toBe("no-go");
    expect(blockers(assessment).join()).toMatch(/gates\/(?:unchecked|waiver-without-reason)/);
    expect(assessment?.gates.notApplicable).toBe(0);
    expect(assessment?.gates.waived).toBe(0);
    expect(assessment?.gates.checked).toBe(1);
  });

  it.each([
    '- [x] Backups verified [log](https://ci.example.com/1 "failed")',
    "- [x] Backups verified ![❌](x.png)",
    "- [x] Backups verified <span hidden>❌</span>",
  ])("fails nothing: %s", async (body) => {
    const assessment = await judged(run(body));
    expect(assessment?.gates.failed).toBe(0);
    expect(assessment?.gates.checked).toBe(2);
  });

  it("keeps who signed and what proves it", async () => {
    const body = "- [x] Backups verified (by @ann, 2026-11-19) [the log](https://ci.example.com/1) <!-- x -->";
    const gate = (await judged(run(body)))?.document.gates[1];
    expect(gate).toMatchObject({
      state: "checked",
      by: "@ann",
      when: "2026-11-19",
      evidence: "https://ci.example.com/1",
    });
  });

  it.each([
    "[](x '@alice')",
    "<span hidden>@alice</span>",
    "![@alice](x.png)",
    "\u200b",
    "&#8203;",
    "&nbsp;",
    "<!-- @alice -->",
  ])("signs nothing: %s", async (name) => {
    const assessment = await judged(run(`\n**QA Sign-off:** ${name}`));
    expect(assessment?.document.signOffs.some(({ signed }) => signed)).toBe(false);
  });
});

describe("what looks like a box and is none is told, mended by a fix, and blocks", () => {
  it.each([
    ["- [\u200b ] Backups verified", "[ ]"],
    ["- [\u200b] Backups verified", "[ ]"],
    ["- [\u00a0] Backups verified", "[ ]"],
    ["- [\u2003] Backups verified", "[ ]"],
    ["- [\u3000] Backups verified", "[ ]"],
    ["- [х] Backups verified", "[x]"], // Cyrillic
    ["- [Х] Backups verified", "[x]"], // Cyrillic
    ["- [χ] Backups verified", "[x]"], // Greek
    ["- [×] Backups verified", "[x]"],
    ["- ［ ］ Backups verified", "[ ]"],
    ["- ［x］ Backups verified", "[x]"],
    ["- [ｘ] Backups verified", "[x]"],
    ["- [x\u0338] Backups verified", "[x]"],
    ["- [ \u0336] Backups verified", "[ ]"],
    ["- [x\u00ad] Backups verified", "[x]"],
    ["- \u200b[ ] Backups verified", "[ ]"],
    ["- \u2060[x] Backups verified", "[x]"],
    ["- [ ]\u200bBackups verified", "[ ] "],
    ["- [\uFFFD] Backups verified", "[ ]"],
    ["- [\0] Backups verified", "[ ]"],
    ["- \\[ \\] Backups verified", "[ ]"],
    ["- [&nbsp;] Backups verified", "[ ]"],
    ["- &#91; ] Backups verified", "[ ]"],
    ["- [&#8203;x] Backups verified", "[x]"],
    ["1. [х] Backups verified", "[x]"],
    ["\n\n-\u00a0[ ] Backups verified", "- [ ]"],
    ["\n\n\u200b- [ ] Backups verified", "- [ ]"],
    ["\n\n– [ ] Backups verified", "- [ ]"],
    ["– [ ] Backups verified", "- [ ]"],
    ["\f- [ ] Backups verified", "- [ ]"],
    ["\u2028- [ ] Backups verified", "- [ ]"],
    ["\0- [ ] Backups verified", "- [ ]"],
    ["\u001b- [ ] Backups verified", "- [ ]"],
    ["• [ ] Backups verified", "- [ ]"],
    ["\n\n● [x] Backups verified", "- [x]"],
    ["- 【 】 Backups verified", "[ ]"],
    ["- [𝐱] Backups verified", "[x]"],
    ["- □ Backups verified", "[ ]"],
    ["- 🔲\uFE0F Backups verified", "[ ]"],
    ["\n\n• ❏ Backups verified", "- [ ]"],
    ["- <input type='checkbox'> Backups verified", "[ ]"],
    ['- <INPUT disabled checked type="checkbox"/> Backups verified', "[x]"],
    ["- Ready: [ ] Yes [х] No", "[x]"],
    ["\n| Check | Done |\n|---|---|\n| Backups | [\u200b] |", "[ ]"],
    ["\n```text\n- [ ] One\n- [\u200b ] Two\n```", "- [ ]"],
  ])("%j", async (body, box) => {
    const text = run(body);
    const service = createReleaseDocsService({ files: memoryFiles({}), today });
    const assessment = await service.assess("file:///w/a.md", text);
    expect(assessment?.verdict.verdict).toBe("no-go");
    expect(blockers(assessment)).toContain("syntax/hidden");
    const intention = assessment?.findings.find(({ rule }) => rule === "syntax/hidden")?.fixes[0]?.intention;
    const changes = assessment && intention && service.edit(assessment.document, intention);
    expect(changes).toHaveLength(1);
    const [change] = changes ?? [];
    const fixed = text.slice(0, change?.start) + change?.text + text.slice(change?.end);
    expect(fixed).toContain(box);
    const again = await service.assess("file:///w/a.md", fixed);
    expect(again?.findings.map(({ rule }) => rule)).not.toContain("syntax/hidden");
    expect(again?.gates.total).toBeGreaterThan(assessment?.gates.total ?? 9);
  });

  it.each([
    "- [x] Файл проверен, х = 5",
    "- [ссылка](x) and [×](y)",
    "- [1] a footnote, [Х] in a text",
    "- 👩‍💻 [x] and ❤️ and 🏴\u{E0067}\u{E0062}\u{E007F}",
    "- می‌خواهم",
    "- \u200f[1] שלום",
    "- □",
    "- ● running, ○ stopped, □ Tokyo",
    "- <input name='x'> is an element",
    "\n<!-- <input type='checkbox'> [ ] <span hidden>x</span> -->",
    "\n<div>\n<!-- [ ] never --><pre>[x] done, a[ ]</pre>\n</div>",
    "- `[х]` in code, `[\u200b]`",
    "- co\u00ADoperate, zero\u200bwidth in prose",
    "\n## Проверка Σ и 5 μs, Δt\n",
    "\n## 🏳️‍🌈 Release\n",
    "\n**Имя:** Анна\n",
    "\n**Größe:** naïve\n",
    "\n| α | β |\n|---|---|\n| [1] | 【注】 |",
    "\n<details><summary>More</summary>\n\ntext\n\n</details>",
    "\n<img src='x' width='0' height='0'> <br/>",
    "\n[docs](x 'a title') [![badge](x)](y 'z') [](#anchor)",
  ])("says nothing of %j", async (body) => {
    expect((await judged(run(body)))?.findings.map(({ rule }) => rule)).not.toContain("syntax/hidden");
  });

  it.each([
    ["\n## Roll\u200bback plan\n", false],
    ["\n## Post-Rеlease\n", true], // Cyrillic е
    ["\n**Ѕtatus:** Approved", true], // Cyrillic Ѕ
    ["\n**Decision:** Аpproved", true], // Cyrillic А
    ["\n**Decision:** Appro\u00ADved", false],
    ["\n<div hidden>\n\n**Status:** Cancelled\n\n</div>", true],
    ["\n<span style='display:none'>words</span>", true],
    ["\n[](x 'words that nobody sees')", false],
    ["\n**Owner:** ![Alice](x.png)", false],
  ])("tells what hides where it is read: %j", async (body, blocks) => {
    const assessment = await judged(run(body));
    expect(assessment?.findings.map(({ rule }) => rule)).toContain("syntax/hidden");
    expect(blockers(assessment).includes("syntax/hidden")).toBe(blocks);
  });
});

describe("open boxes in raw HTML, where none is read, block", () => {
  it.each([
    "\n<details>\n- [ ] Backups verified\n</details>",
    "\n<div>\n  * [ ] Backups verified\n</div>",
    "\n<pre>\n- [ ] Backups verified\n</pre>",
    "\n<p>[ ] Backups verified</p>",
    "\n<table><tr><td>Backups</td><td>[ ]</td></tr></table>",
    "\n<ul><li><input type=checkbox disabled> Backups verified</li></ul>",
  ])("%j", async (body) => {
    const assessment = await judged(run(body));
    expect(blockers(assessment)).toEqual(["syntax/hidden"]);
    expect(assessment?.verdict.blockers[0]?.message).toMatch(/stands in HTML/);
  });
});

describe("what is no text is told, and hides nothing", () => {
  it("a lone carriage return ends a line", async () => {
    const text = `---\rkind: ReleaseChecklist\r---\r${run("- [ ] Backups verified").replaceAll("\n", "\r")}`;
    const assessment = await judged(text);
    expect(assessment?.document).toMatchObject({ declared: true, text });
    expect(assessment?.gates).toMatchObject({ total: 2, open: 1 });
    expect(assessment?.verdict.verdict).toBe("no-go");
    const finding = assessment?.findings.find(({ rule }) => rule === "syntax/hidden");
    expect(finding?.message).toMatch(/carriage return/);
    expect(finding && assessment?.document.span(finding.at).start).toBe(3);
  });

  it.each([
    ["NUL in prose", run("- [ ] Backups verified\n\nwords\0 words"), /control character/],
    ["NUL in a title", run("- [ ] Backups verified", "Release\0 Checklist"), /control character/],
    ["what could not be decoded", run("- [ ] Backups verified\n\nwords \uFFFD words"), /could not be read/],
    ["one lone carriage return", run("- [x] a\r- [ ] Backups verified"), /carriage return/],
  ])("%s", async (_name, text, message) => {
    const assessment = await judged(text);
    expect(assessment?.verdict.verdict).toBe("no-go");
    expect(assessment?.findings.map((finding) => finding.message).join("\n")).toMatch(message);
  });

  it.each(["\v", "\f", "\u0085", "\u2028", "\u2029"])("a character that ends a line to some: %j", async (odd) => {
    const assessment = await judged(run(`- [x] a${odd}- [ ] Backups verified`));
    const told = assessment?.findings.filter(({ rule }) => rule === "syntax/hidden") ?? [];
    expect(told.map(({ message }) => message).join()).toMatch(/ends a line to some tools/);
  });

  it.each([
    ["a key", "relea\u200bse:\n  id: v1\n"],
    ["a value", "release:\n  id: v1.2.3\n  status: appro\u00ADved\n"],
    ["a look-alike", "release:\n  id: v1.2.3\n  status: аpproved\n"],
    ["NUL", "release:\n  id: v1.2.3\n  name: a\0b\n"],
    ["a lone carriage return", "release:\r  id: v1.2.3\r"],
  ])("in a manifest: %s", async (_name, body) => {
    const assessment = await judged(`apiVersion: release-docs/v1\nkind: ReleaseManifest\n${body}`, "a.yaml");
    expect(assessment?.findings.map(({ rule }) => rule)).toContain("syntax/hidden");
    expect(assessment?.verdict.verdict).toBe("no-go");
  });
});
