import { describe, expect, it } from "vitest";
import { defaultDiscovery } from "../../../server/src/workspace/default-configuration.ts";
import { createConfigurationResolver } from "../../../server/src/workspace/resolve-configuration.ts";
import { memoryFiles } from "./memory-files.ts";

const document = "file:///repo/ops/v2/release.md";
const base = { uri: "file:///repo/base/team.yaml" };
const nearest = { uri: "file:///repo/.release-docs.yaml" };

describe("createConfigurationResolver", () => {
  it("answers the defaults where there is no file", async () => {
    const configuration = await createConfigurationResolver(memoryFiles({})).configurationFor(document);
    expect(configuration).toMatchObject({ root: "file:///", discovery: defaultDiscovery, rules: {}, problems: [] });
    expect(configuration.uri).toBeUndefined();
  });

  it("takes the nearest file and its folder as root", async () => {
    const files = memoryFiles({
      "file:///repo/.release-docs.yaml": "rules: { gates/unchecked: error }",
      "file:///repo/ops/.release-docs.yaml": "rules: { gates/failed: hint }",
    });
    const resolver = createConfigurationResolver(files);
    expect(await resolver.configurationFor(document)).toMatchObject({
      uri: "file:///repo/ops/.release-docs.yaml",
      root: "file:///repo/ops",
      rules: { "gates/failed": "hint" },
    });
    expect((await resolver.configurationFor("file:///repo/x.md")).root).toBe("file:///repo");
  });

  it("stops at a workspace root", async () => {
    const files = memoryFiles({ "file:///repo/.release-docs.yaml": "rules: { gates/failed: off }" });
    const resolver = createConfigurationResolver(files, {}, { roots: ["file:///repo/ops/"] });
    expect(await resolver.configurationFor(document)).toMatchObject({ root: "file:///repo/ops", rules: {} });
    expect((await resolver.configurationFor("file:///repo/other/x.md")).rules).toEqual({ "gates/failed": "off" });
  });

  it("lays file over base and a person's settings over both", async () => {
    const files = memoryFiles({
      "file:///repo/base/team.yaml": [
        "rules: { gates/failed: warning, gates/unchecked: hint, dates/past: off }",
        "documents: [{ files: '**/*.txt.md', kind: ReleasePlan, schema: ./plan.json }]",
        "sections: { rollback-procedure: [Backout Plan] }",
        "statuses: { shipping: in-progress }",
      ].join("\n"),
      "file:///repo/.release-docs.yaml": [
        "extends: ./base/team.yaml",
        "rules: { gates/unchecked: error }",
        "discovery: ['ops/**']",
        "sections: { rollback-procedure: [Way Back] }",
      ].join("\n"),
    });
    const resolver = createConfigurationResolver(files, { rules: { "gates/failed": "error" } });
    expect(await resolver.configurationFor(document)).toEqual({
      uri: "file:///repo/.release-docs.yaml",
      root: "file:///repo",
      files: ["file:///repo/.release-docs.yaml", "file:///repo/base/team.yaml"],
      discovery: ["ops/**"],
      documents: [{ files: "**/*.txt.md", kind: "ReleasePlan", schema: "file:///repo/base/plan.json" }],
      rules: { "gates/failed": "error", "gates/unchecked": "error", "dates/past": "off" },
      overrides: [],
      sections: { "rollback-procedure": ["Backout Plan", "Way Back"] },
      statuses: { shipping: "in-progress" },
      freeze: [],
      written: [
        { setting: "rules", name: "gates/failed", line: 1, ...base },
        { setting: "rules", name: "gates/unchecked", line: 1, ...base },
        { setting: "rules", name: "dates/past", line: 1, ...base },
        { setting: "documents", name: "**/*.txt.md", line: 2, ...base },
        { setting: "sections", name: "rollback-procedure", line: 3, ...base },
        { setting: "statuses", name: "shipping", line: 4, ...base },
        { setting: "rules", name: "gates/unchecked", line: 2, ...nearest },
        { setting: "discovery", name: "", line: 3, ...nearest },
        { setting: "sections", name: "rollback-procedure", line: 4, ...nearest },
        { setting: "rules", name: "gates/failed" },
      ],
      problems: [],
    });
  });

  it("knows which configuration a nearer one keeps from holding, up to the workspace root", async () => {
    const files = memoryFiles({
      "file:///repo/.release-docs.yaml": "rules: { gates/failed: off }",
      "file:///repo/ops/.release-docs.yaml": "",
    });
    const aboveOf = async (uri: string, ...roots: readonly string[]) =>
      (await createConfigurationResolver(files, {}, { roots }).configurationFor(uri)).above;
    expect(await aboveOf(document)).toBe("file:///repo/.release-docs.yaml");
    expect(await aboveOf("file:///repo/x.md")).toBeUndefined();
    expect(await aboveOf(document, "file:///repo")).toBe("file:///repo/.release-docs.yaml");
    expect(await aboveOf(document, "file:///repo/ops")).toBeUndefined();
  });

  it("reports a circle, a missing base and a remote one at extends", async () => {
    const at = async (text: string) => {
      const files = memoryFiles({
        "file:///repo/.release-docs.yaml": text,
        "file:///repo/a.yaml": "extends: .release-docs.yaml",
        "file:///repo/b.yaml": "rulez: {}",
      });
      return (await createConfigurationResolver(files).configurationFor("file:///repo/x.md")).problems;
    };
    expect(await at("extends: ./a.yaml")).toEqual([
      {
        message: "extends goes round in a circle: .release-docs.yaml → a.yaml → .release-docs.yaml",
        start: 9,
        end: 17,
      },
    ]);
    expect(await at("extends: ./no.yaml")).toEqual([
      { message: "extends names ./no.yaml, which does not exist or cannot be read", start: 9, end: 18 },
    ]);
    expect(await at("extends: https://example.com/x.yaml")).toEqual([
      { message: "extends must name a local file, not https://example.com/x.yaml", start: 9, end: 35 },
    ]);
    expect(await at("extends: b.yaml")).toEqual([
      {
        message:
          "extends names b.yaml, which is no sound configuration at line 1, column 1: release-docs check --config b.yaml tells more",
        start: 9,
        end: 15,
      },
    ]);
  });

  it("reads a folder once until it changed", async () => {
    const files = memoryFiles({ "file:///repo/.release-docs.yaml": "rules: { gates/failed: off }" });
    const resolver = createConfigurationResolver(files);
    await Promise.all([resolver.configurationFor(document), resolver.configurationFor("file:///repo/ops/y.md")]);
    expect(files.reads.get("file:///repo/.release-docs.yaml")).toBe(1);
    files.write("file:///repo/.release-docs.yaml", "rules: { gates/failed: hint }");
    expect((await resolver.configurationFor(document)).rules).toEqual({ "gates/failed": "off" });
    resolver.changed({ rules: { "dates/past": "off" } });
    expect((await resolver.configurationFor(document)).rules).toEqual({ "gates/failed": "hint", "dates/past": "off" });
  });

  it("holds one named file for every document", async () => {
    const files = memoryFiles({
      "file:///ci/strict.yaml": "rules: { '*': error }\nextends: ./base.yaml",
      "file:///ci/base.yaml": "discovery: ['x/**']",
      "file:///repo/.release-docs.yaml": "rules: { '*': off }",
    });
    const bounds = { file: { uri: "file:///ci/strict.yaml", root: "file:///repo" } };
    const resolver = createConfigurationResolver(files, {}, bounds);
    expect(await resolver.configurationFor(document)).toMatchObject({
      root: "file:///repo",
      rules: { "*": "error" },
      discovery: ["x/**"],
    });
    const missing = { file: { uri: "file:///ci/no.yaml", root: "file:///repo" } };
    expect((await createConfigurationResolver(files, {}, missing).configurationFor(document)).problems).toEqual([
      { message: "This configuration file does not exist or cannot be read", start: 0, end: 0 },
    ]);
  });

  it("knows unsaved files and encoded paths", async () => {
    const files = memoryFiles({ "file:///re%20po/.release-docs.yaml": "rules: { '*': off }" });
    const resolver = createConfigurationResolver(files);
    expect((await resolver.configurationFor("untitled:Untitled-1")).rules).toEqual({});
    expect((await resolver.configurationFor("file:///re%20po/a/b.md")).rules).toEqual({ "*": "off" });
  });
});
