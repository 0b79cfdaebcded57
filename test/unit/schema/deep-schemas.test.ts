import { describe, expect, it } from "vitest";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const nested = (before: string, after: string, times: number): string =>
  `${before.repeat(times)}{}${after.repeat(times)}`;

/** Ten thousand definitions, each of which only names the next. */
const chain = (link: (next: string) => object): string => {
  const names = Array.from({ length: 10_000 }, (_, index) => `a${index}`);
  const $defs = Object.fromEntries(names.map((name, index) => [name, link(`#/$defs/a${index + 1}`)]));
  const first = { $ref: "#/$defs/a0" };
  return JSON.stringify({ ...first, properties: { release: first }, $defs: { ...$defs, a10000: { type: "object" } } });
};

const manifest = "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: v1\n";

const assess = (files: Readonly<Record<string, string>>) =>
  createReleaseDocsService({ files: memoryFiles(files), today: () => "2026-11-20" }).assess(
    "file:///w/release-manifest.yaml",
    manifest,
  );

const withSchema = (schema: string) =>
  assess({
    "file:///w/.release-docs.yaml":
      'documents: [{ files: "**/*.yaml", kind: ReleaseManifest, schema: ./team.schema.json }]\n',
    "file:///w/team.schema.json": schema,
  });

describe("a team's schema that goes deep", () => {
  it.each([
    ["properties", nested('{"properties":{"a":', "}}", 10_000)],
    ["items", nested('{"items":', "}", 10_000)],
    ["combinations", nested('{"allOf":[', "]}", 10_000)],
    ["lists", nested("[", "]", 10_000)],
  ])("is refused: %s", async (_name, schema) => {
    const problems = (await withSchema(schema))?.configuration.problems.map(({ message }) => message).join();
    expect(problems).toMatch(/^The schema nests more than 200 levels deep/);
  });

  it.each([
    ["references", chain((next) => ({ $ref: next }))],
    ["combined references", chain((next) => ({ allOf: [{ $ref: next }] }))],
  ])("or in one another is refused too: %s", async (_name, schema) => {
    const assessment = await withSchema(schema);
    expect(assessment?.document.kind).toBe("ReleaseManifest");
    expect(assessment?.configuration.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The schema cannot be used: more than 200 references follow each other/),
    ]);
    expect(assessment?.findings.map(({ rule }) => rule)).not.toContain("internal/error");
  });

  it.each([
    ["in a circle", '{"properties":{"release":{"$ref":"#"}}}'],
    ["of a hundred levels", nested('{"properties":{"a":', "}}", 90)],
  ])("but one %s is used", async (_name, schema) => {
    expect((await withSchema(schema))?.configuration.problems).toEqual([]);
  });
});

it("a configuration that builds on too many others says so", async () => {
  const files: Record<string, string> = { "file:///w/.release-docs.yaml": "extends: ./c0.yaml\n" };
  for (let index = 0; index < 1_000; index++) files[`file:///w/c${index}.yaml`] = `extends: ./c${index + 1}.yaml\n`;
  files["file:///w/c1000.yaml"] = "rules: {}\n";
  const assessment = await assess(files);
  expect(assessment?.configuration.problems.map(({ message }) => message)).toEqual([
    "extends goes on over more than 50 files: write what holds in fewer of them",
  ]);
});
