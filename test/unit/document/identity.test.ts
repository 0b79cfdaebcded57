import { describe, expect, it } from "vitest";
import { declaresManifest, frontMatterOf, identify, isTitleOf } from "../../../server/src/document/identity.ts";
import { templateSource } from "../../../server/src/document/template.ts";
import { createKindRegistry } from "../../../server/src/schema/registry.ts";
import { deepestNesting, largestText, refuseYaml } from "../../../server/src/text/guard.ts";
import { firstHeading } from "../../../server/src/text/markdown/first-heading.ts";

const { kinds } = createKindRegistry();
const kindOf = (name: string, text: string): string | undefined =>
  identify(`file:///w/${name}`, text, kinds)?.kind.name;

describe("which files are ours", () => {
  it.each([
    ["# Release Runbook: Shop v1.2.3", "ReleaseRunbook"],
    ["## Release Plan", "ReleasePlan"],
    ["# 🚀 Enterprise Release Management Plan", "ReleaseManagementPlan"],
    ["# Acme — Release Management Checklist", "ReleaseChecklist"],
    ["## Release Checklist", "ReleaseChecklist"],
    ["# Release Manifest Template", "ReleaseManifest"],
    ["# Release Manifest — tool v0.3.0-rc.1", "ReleaseManifest"],
    ["Release Plan\n============", "ReleasePlan"],
  ])("%s", (text, kind) => expect(kindOf("a.md", text)).toBe(kind));

  it.each([
    "# How to write a Release Plan",
    "# Release Process",
    "# Release Manager – Deployment Planning",
    "# Releasing",
    "# About the Release Checklist",
    "```\n# Release Runbook\n```\n# Notes",
    "<!-- # Release Runbook -->\n# Notes",
    "# Notes\n\n## Release Plan",
    "",
  ])("%s is not", (text) => expect(kindOf("a.md", text)).toBeUndefined());

  it("believes front matter, and declarations before it", () => {
    expect(identify("file:///w/a.md", "---\nkind: ReleaseNotes\n---\n# Shop 1.2", kinds)).toMatchObject({
      declared: true,
      kind: { name: "ReleaseNotes" },
    });
    expect(identify("file:///w/a.md", "# Anything", kinds, "ReleaseChecklist")).toMatchObject({ declared: true });
    expect(kindOf("a.md", "---\nkind: Deployment\n---\n# Notes")).toBeUndefined();
    expect(kindOf("a.txt", "# Release Plan")).toBeUndefined();
  });

  it("knows manifests by their own words alone", () => {
    expect(kindOf("x.yaml", "apiVersion: release-docs/v1\nkind: ReleaseManifest\n")).toBe("ReleaseManifest");
    expect(kindOf("release-manifest.yaml", "apiVersion: apps/v1\nkind: ReleaseManifest\n")).toBeUndefined();
    expect(kindOf("release-manifest.yaml", "apiVersion: release-docs/v1\nkind: Deployment\n")).toBeUndefined();
    expect(declaresManifest("apiVersion: 'release-docs/v1'\r\nkind: ReleaseManifest # ours\r\n")).toBe(true);
  });

  it("reads the first heading past front matter and comments", () => {
    const text = "\uFEFF---\na: 1\n---\r\n<!-- # no -->\n\n### Yes ###\n";
    expect(firstHeading(text, frontMatterOf(text)?.end)).toBe("Yes");
    expect(isTitleOf("Release Plan for the spring", "Release Plan")).toBe(true);
    expect(isTitleOf("The Release Planning Guide", "Release Plan")).toBe(false);
  });
});

describe("template or run", () => {
  const facts = { owners: [], statusStated: false };
  const blank = { uri: "file:///w/runbook.md", title: "Release Runbook", facts, gates: [], stated: undefined };
  const part = { text: "" };
  const text = (value: string) => ({ value, at: { part, start: 0, end: 0 } });

  it("is said, named, or seen", () => {
    expect(templateSource({ ...blank, stated: true })).toBe("front matter");
    expect(templateSource({ ...blank, uri: "file:///w/templates/runbook.md" })).toBe("path");
    expect(templateSource({ ...blank, uri: "file:///w/.github/ISSUE_TEMPLATE/r.md" })).toBe("path");
    expect(templateSource({ ...blank, uri: "file:///w/release_template_1.md" })).toBe("path");
    expect(templateSource({ ...blank, title: "Release Runbook Template" })).toBe("title");
    expect(templateSource({ ...blank, title: "Release Runbook [Template](x)" })).toBe("title");
    const filled = { ...blank, facts: { ...facts, version: text("[X.Y.Z]"), owners: [text("[Name]")] } };
    expect(templateSource(filled)).toBe("blank");
  });

  it("is a run as soon as one of version, date, owner is filled, or says so", () => {
    expect(templateSource(blank)).toBeUndefined();
    const filled = { ...blank, facts: { ...facts, version: text("[X.Y.Z]"), owners: [text("@alice")] } };
    expect(templateSource(filled)).toBeUndefined();
    expect(templateSource({ ...blank, stated: false, title: "Release Runbook Template" })).toBeUndefined();
    expect(templateSource({ ...blank, uri: "file:///w/contemplate.md" })).toBeUndefined();
  });

  it.each([
    '<a name="template"></a> Release Runbook',
    "Release Runbook <!-- template -->",
    "Release Runbook ![template](x.png)",
    "Release Runbook [](x 'template')",
    "[Release Runbook](./template/readme.md)",
    "[Release Runbook][template]",
    "Release Runbook {#template}",
    "Release Runbook <span hidden>template</span>",
    '<span style="display: none">Template</span> Release Runbook',
    "Release <template>x</template> Runbook",
  ])("is not named by what nobody sees: %s", (title) => expect(templateSource({ ...blank, title })).toBeUndefined());
});

describe("the guard", () => {
  it.each([
    ["brackets", "[".repeat(5000)],
    ["braces", "a: ".concat("{".repeat(200))],
    ["list markers", "- ".repeat(500)],
    ["indentation", Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
    ["size", "a".repeat(largestText + 1)],
  ])("refuses %s in YAML", (_name, text) => expect(refuseYaml(text)).toMatch(/^This file/));

  it("lets real texts pass", () => {
    expect(refuseYaml("[]".repeat(100_000))).toBeUndefined();
    expect(refuseYaml(Array.from({ length: 10_000 }, () => "  - a: [1, 2]").join("\n"))).toBeUndefined();
    expect(deepestNesting).toBe(100);
  });
});
