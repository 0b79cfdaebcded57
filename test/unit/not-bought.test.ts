import { describe, expect, it } from "vitest";
import { type Assessment, createReleaseDocsService } from "../../server/src/service.ts";
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
  const quotes = `<!--\n${"> ".repeat(101)}note\n-->`;

  it.each([
    ["quotes in a comment", run(`- [ ] Backups verified\n\n${quotes}`), ""],
    ["lists in a list", run(`\n${"- ".repeat(120)}x`), ""],
    ["two megabytes behind it", run("- [ ] Backups verified") + " ".repeat(2_000_000), ""],
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
