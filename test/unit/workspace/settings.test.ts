import { describe, expect, it } from "vitest";
import type { Configuration } from "../../../server/src/workspace/configuration.ts";
import { declaredKind } from "../../../server/src/workspace/declared-kind.ts";
import { defaultConfiguration } from "../../../server/src/workspace/default-configuration.ts";
import { discoveredBy } from "../../../server/src/workspace/discovered.ts";
import { globMatcher } from "../../../server/src/workspace/glob.ts";
import { relativePath } from "../../../server/src/workspace/relative-path.ts";
import { settingFor } from "../../../server/src/workspace/setting-for.ts";

const configuration = (settings: Partial<Configuration>): Configuration => ({
  ...defaultConfiguration("file:///repo"),
  ...settings,
});

describe("settingFor", () => {
  const config = configuration({
    rules: {
      "*": "hint",
      "gates/*": "warning",
      "gates/failed": { "in-progress": "error" },
      "dates/past": "off",
    },
    overrides: [
      { files: "legacy/**", rules: { "gates/*": "off", "dates/past": "information" } },
      { files: "legacy/new/**", rules: { "gates/failed": { completed: "error" } } },
    ],
  });
  it.each([
    ["rollback/missing-plan", "a.md", "approved", "hint"],
    ["gates/unchecked", "a.md", "approved", "warning"],
    ["gates/failed", "a.md", "in-progress", "error"],
    ["gates/failed", "a.md", "approved", "warning"],
    ["dates/past", "a.md", "approved", "off"],
    ["dates/past", "legacy/a.md", "approved", "information"],
    ["gates/failed", "legacy/.github/a.md", "in-progress", "off"],
    ["gates/failed", "legacy/new/a.md", "completed", "error"],
    ["gates/failed", "legacy/new/a.md", "approved", "off"],
    ["rollback/missing-plan", "legacy/new/a.md", "approved", "hint"],
  ] as const)("%s in %s at %s is %s", (rule, path, stage, setting) => {
    expect(settingFor(rule, `file:///repo/${path}`, stage, config)).toBe(setting);
  });
  it("says nothing where nothing is said", () => {
    expect(settingFor("gates/failed", "file:///repo/a.md", "draft", configuration({}))).toBeUndefined();
    expect(settingFor("constructor", "file:///repo/a.md", "draft", configuration({}))).toBeUndefined();
    expect(settingFor("dates/past", "file:///elsewhere/legacy/a.md", "approved", config)).toBe("off");
  });
});

describe("declaredKind", () => {
  const config = configuration({
    documents: [
      { files: "ops/**/*.md", kind: "ReleaseRunbook", schema: "file:///repo/s.json" },
      { files: "ops/templates/**", template: true },
      { files: "ops/plans/*.md", kind: "ReleasePlan" },
    ],
  });
  it("lets later entries win, property by property", () => {
    expect(declaredKind("file:///repo/ops/a.md", config)).toEqual({
      kind: "ReleaseRunbook",
      schema: "file:///repo/s.json",
    });
    expect(declaredKind("file:///repo/ops/templates/a.md", config)).toMatchObject({
      kind: "ReleaseRunbook",
      template: true,
    });
    expect(declaredKind("file:///repo/ops/plans/a%20b.md", config)?.kind).toBe("ReleasePlan");
    expect(declaredKind("file:///repo/docs/a.md", config)).toBeUndefined();
    expect(declaredKind("file:///other/ops/a.md", config)).toBeUndefined();
  });
});

describe("discoveredBy", () => {
  it("finds Markdown and manifests, hidden folders too, and never node_modules", () => {
    const discovers = discoveredBy(configuration({}));
    const found = (path: string): boolean => discovers(`file:///repo/${path}`);
    for (const path of ["a.md", ".github/x.md", "r/release-manifest.yml", "r/v2.release-manifest.yaml"])
      expect(found(path)).toBe(true);
    for (const path of ["a.yaml", "node_modules/a/x.md", "p/node_modules/x.md", "a.txt"])
      expect(found(path)).toBe(false);
  });
  it("finds what is declared, except what discovery excludes", () => {
    const discovers = discoveredBy(
      configuration({
        discovery: ["**/*.md", "!vendor/**"],
        documents: [{ files: "**/*.rel.yaml", kind: "ReleaseManifest" }],
      }),
    );
    expect(discovers("file:///repo/a.rel.yaml")).toBe(true);
    expect(discovers("file:///repo/vendor/a.rel.yaml")).toBe(false);
  });
});

describe("globMatcher", () => {
  it.each([
    [["./ops/"], "ops/a/b.md", true],
    [["!x/**"], "y.md", true],
    [["!x/**"], "x/y.md", false],
    [["**/*.md"], "[x] (1).md", true],
    [["*.md"], "a/b.md", false],
  ])("%j %s: %s", (globs, path, matches) => {
    expect(globMatcher(globs)(path)).toBe(matches);
  });
});

describe("relativePath", () => {
  it.each([
    ["file:///repo", "file:///repo/a%20b/c.md", "a b/c.md"],
    ["file:///repo/", "file:///repo", ""],
    ["file:///repo", "file:///repository/x.md", undefined],
    ["file:///", "file:///x.md", "x.md"],
    ["file:///c%3A/repo", "file:///c:/repo/x.md", "x.md"],
    ["file:///repo", "vscode-vfs://github/repo/x.md", undefined],
  ])("%s → %s: %s", (root, uri, path) => {
    expect(relativePath(root, uri)).toBe(path);
  });
});
