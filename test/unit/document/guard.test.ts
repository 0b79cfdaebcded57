import { describe, expect, it } from "vitest";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { refuseYaml } from "../../../server/src/text/guard.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** Lines that each indent deeper than the one before, by `step`. */
const stairs = (count: number, step: number, line: string): string =>
  lines(count, (index) => " ".repeat(step * index) + line);

const assess = (name: string, text: string) =>
  createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-11-20" }).assess(`file:///w/${name}`, text);

const manifest = (text: string) =>
  assess("release-manifest.yaml", `apiVersion: release-docs/v1\nkind: ReleaseManifest\n${text}`);

const told = async (text: string, name?: string): Promise<readonly string[]> =>
  ((await (name === undefined ? manifest(text) : assess(name, text)))?.findings ?? []).map(({ rule }) => rule);

describe("a YAML text that nests too deep is not read", () => {
  it.each([
    ["quoted brackets that close nothing", `release: ${'["]",'.repeat(4000)}`],
    ["the same in single quotes", `release: ${"['}',".repeat(4000)}`],
    ["brackets that close in comments", `release:\n${lines(300, () => "  [ # ]")}`],
    ["brackets that close in a tag", `release: ${"[!<]>,".repeat(300)}`],
    ["brackets over several lines", `release:\n  ${lines(300, () => "  [ 'a'")}`],
    ["maps in lists in maps", `release: ${'{"}": ["]",'.repeat(100)}`],
    ["dashes", `release:\n  ${"- ".repeat(300)}x`],
    ["dashes with anchors between", `release:\n  ${lines(1, () => "- &a !b ".repeat(300))}`],
    ["question marks", `release:\n  ${"? ".repeat(300)}`],
    ["values of values", `release:\n  ${": ".repeat(300)}`],
    ["keys of keys", `release:\n  ${"a: ".repeat(300)}`],
    ["quoted keys of keys", `release:\n  ${'"a": '.repeat(300)}`],
    ["stairs", stairs(300, 1, "a:")],
    ["stairs with comments at the margin", lines(300, (index) => `# no\n${" ".repeat(index)}a:`)],
    ["stairs of dashes", stairs(31, 200, "- ".repeat(99))],
  ])("%s", (_name, text) => expect(refuseYaml(text)).toMatch(/levels deep/));

  it.each([
    ["ten thousand short lists", lines(10_000, (index) => `k${index}: [a, "]"]`)],
    ["brackets in quotes", lines(500, (index) => `k${index}: "[${index}"`)],
    ["brackets in plain words", lines(500, (index) => `k${index}: see a[${index} and {b`)],
    ["brackets in a block of text", `text: |\n${lines(500, () => "  - [ ] {{ a: b: c [")}`],
    ["brackets in comments", lines(500, (index) => `k${index}: 1 # [{`)],
    ["colons in quotes", `k: "${"a: ".repeat(500)}"`],
    ["a ruler", `k: "${"- ".repeat(500)}"\nl: 1\n# ${"- ".repeat(500)}`],
    ["a hundred levels", stairs(100, 2, "a:")],
    ["a hundred brackets", `a: ${"[".repeat(99)}${"]".repeat(99)}`],
  ])("but %s is", (_name, text) => expect(refuseYaml(text)).toBeUndefined());
});

describe("what is not read is told, in a manifest and in front matter", () => {
  const hostile = `release: ${'["]",'.repeat(4000)}`;

  it("quoted brackets", async () => {
    expect(await told(hostile)).toContain("syntax/limit");
    expect(
      await told(`---\nkind: ReleaseRunbook\n${hostile.slice(0, 3000)}\n---\n\n# Release Runbook\n`, "a.md"),
    ).toContain("syntax/limit");
  });

  it("aliases of aliases", async () => {
    const chain = lines(3000, (index) => `k${index}: &a${index} [${index === 0 ? "x" : `*a${index - 1}`}]`);
    expect(await told(chain)).toContain("syntax/yaml");
  });

  it("a mask that would take quotes away", async () => {
    const text = `release:\n  name: "quoted" and more\n  note: "x" y\n  ${'"a": ["]",'.repeat(2000)}`;
    expect((await told(text)).some((rule) => rule.startsWith("syntax/"))).toBe(true);
  });
});

describe("Markdown that nests deeper than its parser reads is told", () => {
  const runbook = (body: string): string => `---\nkind: ReleaseRunbook\n---\n\n# Release Runbook: v1.0.0\n\n${body}\n`;

  it.each([
    ["quotes", ">".repeat(10_000)],
    ["quotes with blanks", `${"> ".repeat(300)}- [ ] Backups verified`],
    ["list markers", `${"- ".repeat(150)}[ ] Backups verified`],
    ["lists in lists, by indentation", stairs(150, 2, "- [ ] Backups verified")],
    ["numbers", `${"1. ".repeat(150)}x`],
    ["quotes and lists in turn", "> - ".repeat(120)],
  ])("%s", async (_name, body) => expect(await told(runbook(body), "a.md")).toContain("syntax/limit"));

  it.each([
    ["quote marks in a comment", `<!-- ${"> ".repeat(300)} -->`],
    ["quote marks in a comment of many lines", `<!--\n${"> ".repeat(300)}\n-->`],
    ["quote marks in a fence", `\`\`\`text\n${">".repeat(300)}\n\`\`\``],
    ["dashes that are a rule", "- ".repeat(300)],
    ["fifty lists in lists", stairs(50, 2, "- [x] Backups verified")],
    ["fifty quotes", `${"> ".repeat(50)}a`],
  ])("but not %s", async (_name, body) => {
    const assessment = await assess("a.md", runbook(body));
    expect(assessment?.findings.map(({ rule }) => rule)).not.toContain("syntax/limit");
  });

  it("and what stands beside it is read", async () => {
    const assessment = await assess("a.md", runbook(`${"> ".repeat(300)}a\n\n- [ ] Backups verified`));
    expect(assessment?.document.gates).toHaveLength(1);
  });
});
