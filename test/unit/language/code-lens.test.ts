import { describe, expect, it } from "vitest";
import { codeLens } from "../../../server/src/language/code-lens.ts";
import { at, cursorMark, open, release } from "./workspace.ts";

/** The lenses of a file as `line title [command]`. */
async function lenses(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { context } = await open(files);
  return (await codeLens(context)).map(({ range, command }) => {
    const behind = command?.command === "" ? "" : ` [${command?.command}]`;
    return `${range.start.line + 1} ${command?.title}${behind}`;
  });
}

describe("code lenses", () => {
  it("of a manifest tell the verdict, and the gates of each list and phase", async () => {
    expect(await lenses(release)).toEqual([
      "2 No-Go: 3 blockers [releaseDocs.showBlockers]",
      "24 1 of 1 gate open [releaseDocs.showOpenGates]",
      "32 1 of 1 gate open [releaseDocs.showOpenGates]",
      "39 1 of 1 gate open [releaseDocs.showOpenGates]",
      "53 2 of 3 gates open, 2 due [releaseDocs.showOpenGates]",
    ]);
  });

  it("carry the places of the open gates", async () => {
    const { context } = await at("runbook.md", cursorMark);
    const lens = (await codeLens(context)).find(({ command }) => command?.command === "releaseDocs.showOpenGates");
    expect(lens?.command?.arguments).toEqual([
      "file:///repo/runbook.md",
      { line: 12, character: 3 },
      [
        { uri: "file:///repo/runbook.md", range: inline(15, 2, 5) },
        { uri: "file:///repo/runbook.md", range: inline(16, 4, 7) },
      ],
    ]);
  });

  it("offer to declare what is only recognised, and say when all gates are answered", async () => {
    const text = "# Release Checklist: v1.2.0\n\n**Status:** approved\n\n## Pre-Release\n\n- [x] Built\n- [x] Tested\n";
    expect(await lenses({ "list.md": text })).toEqual([
      expect.stringMatching(/^1 (?:Go|No-Go: \d+ blockers?) \[releaseDocs.showBlockers\]$/),
      "1 Declare this document [releaseDocs.declareDocument]",
      "5 All 2 gates answered",
    ]);
  });

  it("offer to start a release from a template, and count none of its gates", async () => {
    const text =
      "---\nkind: ReleaseChecklist\ntemplate: true\n---\n# Release Checklist: vX.Y.Z\n\n## Pre-Release\n\n- [ ] Built\n";
    expect(await lenses({ "list.md": text })).toEqual([
      "5 Start a release from this template [releaseDocs.startFromTemplate]",
    ]);
  });
});

describe("a manifest in plain YAML", () => {
  it.each(["yaml", "release-manifest", undefined])("offers its own language where it is %s", async (languageId) => {
    const { context } = await open(release);
    const found = await codeLens({ ...context, ...(languageId === undefined ? {} : { languageId }) });
    const offers = found.flatMap(({ command }) =>
      command?.command === "releaseDocs.useManifestLanguage" ? [command.arguments] : [],
    );
    expect(offers).toEqual(languageId === "yaml" ? [[context.assessment.document.uri]] : []);
  });

  it("offers nothing in Markdown", async () => {
    const { context } = await open({ "list.md": "# Release Checklist: v1.2.0\n\n- [ ] Built\n" });
    const found = await codeLens({ ...context, languageId: "markdown" });
    expect(found.map(({ command }) => command?.command)).not.toContain("releaseDocs.useManifestLanguage");
  });
});

const inline = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});
