import { describe, expect, it } from "vitest";
import { hover } from "../../../server/src/language/hover.ts";
import { at, open } from "./workspace.ts";

type Opened = Awaited<ReturnType<typeof open>>;

async function hovered({ context, position }: Opened): Promise<string> {
  const found = await hover(context, position);
  const contents = found?.contents;
  return contents !== undefined && typeof contents === "object" && "value" in contents ? contents.value : "";
}
const inManifest = async (words: string): Promise<string> => hovered(await at("release-manifest.yaml", words));
const inRunbook = async (words: string): Promise<string> => hovered(await at("runbook.md", words));

describe("in a manifest", () => {
  it("describes a key with an example", async () => {
    const { context, position } = await at("release-manifest.yaml", "  own‸ers:");
    expect(await hover(context, position)).toEqual({
      contents: {
        kind: "markdown",
        value:
          '**Owners**\n\nWho answers for the release: people or teams.\n\n```yaml\nowners: ["@alice", "@platform"]\n```',
      },
      range: { start: { line: 7, character: 2 }, end: { line: 7, character: 8 } },
    });
  });

  it("describes a value by its key, with what is allowed", async () => {
    expect(await inManifest("risk: hi‸gh")).toContain("One of `low`, `medium`, `high`, `critical`.");
  });

  it("says when a gate is due, and how it stands", async () => {
    expect(await inManifest("gate: Load test rep‸eated")).toContain(
      "**Gate** (pre-release): due from **approved** on. Now open, due.",
    );
    expect(await inManifest("Canary healthy for an h‸our")).toContain("due once the phase “Canary” is behind");
  });

  it.each([
    ['abortWhen: ["error rate ‸> 1%"]', "Threshold: error rate is above 1 percent, one in 100."],
    ["estimatedTime: 1‸0m", "Duration: 10 min."],
    ["date: 2026-1‸2-04", "Friday, in 14 days."],
  ])("puts %s in words", async (words, expected) => {
    expect(await inManifest(words)).toContain(expected);
  });

  it("says what an id and a file name", async () => {
    expect(await inManifest("order: [0007_sh‸ard]")).toContain(
      "**Migration** `0007_shard` (database)\n\nStrategy: expand.",
    );
    expect(await inManifest("runbook: ./run‸book.md")).toContain(
      "**Release Runbook: Search v3.1.0** (ReleaseRunbook, approved)",
    );
  });

  it("says why a rule matters on its finding, and on its name in a comment", async () => {
    const broken = await open({
      "release-manifest.yaml":
        "apiVersion: release-docs/v1\nkind: ReleaseManifest\n# release-docs-disable-next-line gates/no-g‸ates -- a\nrelease:\n  id: v1\n",
    });
    expect(await hovered(broken)).toContain("([gates/no-gates](https://");
    const finding = broken.assessment.findings[0];
    if (finding === undefined) throw new Error("no finding");
    const position = broken.context.lines.position(broken.assessment.document.span(finding.at).start);
    expect(await hovered({ ...broken, position })).toContain(`([${finding.rule}](`);
  });

  it("works where the text does not parse", async () => {
    const opened = await open({
      "release-manifest.yaml": "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: [\n  ow‸ners: x\n",
    });
    expect(await hovered(opened)).toContain("Who answers for the release");
  });

  it("says nothing where nothing stands", async () => {
    const opened = await open({
      "release-manifest.yaml": "apiVersion: release-docs/v1\nkind: ReleaseManifest\n\n‸\n\nrelease:\n  id: v1\n",
    });
    expect(await hover(opened.context, opened.position)).toBeUndefined();
  });
});

describe("in a runbook", () => {
  it("describes a section, a field and the front matter", async () => {
    expect(await inRunbook("## Rollback Pro‸cedure")).toContain("**Rollback Procedure**\n\n");
    const field = await open({
      "r.md":
        "---\nkind: ReleaseRunbook\n---\n# Release Runbook: v1\n\n## Metadata\n\n**Rollback Dead‸line:** 4 hours\n",
    });
    expect(await hovered(field)).toContain("How long after the deployment the decision may be taken.");
    expect(await inRunbook("kind: Release‸Runbook")).toContain("What the document is.");
  });

  it("says how a gate stands, what a link leads to and what a measure means", async () => {
    expect(await inRunbook("- [ ] Load test rep‸eated")).toContain("**Gate** (pre-release)");
    expect(await inRunbook("(#rollback-pro‸cedure)")).toContain("Leads to **Rollback Procedure**.");
    expect(await inRunbook("](release-mani‸fest.yaml)")).toContain("(ReleaseManifest, approved)");
    const measure = await open({ "r.md": "# Release Runbook: v1\n\nWait 2h‸30m, then stop.\n" });
    expect(await hovered(measure)).toContain("Duration: 2 h 30 min (150 minutes).");
  });
});
