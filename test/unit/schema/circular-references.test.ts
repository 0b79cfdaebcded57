import { describe, expect, it } from "vitest";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { endlessReferences } from "../../../server/src/schema/circular-references.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const runbook = `# Release Runbook: v1

- **Status:** approved

## Before the release

- [x] Backups verified

## Rollback

### Steps

1. Revert
`;

async function judged(schema: object) {
  const files = memoryFiles({
    "file:///r/.release-docs.yaml": "documents: [{ files: '*.md', kind: ReleaseRunbook, schema: ./s.json }]\n",
    "file:///r/s.json": JSON.stringify(schema),
  });
  const service = createReleaseDocsService({ files, today: () => "2026-12-01" });
  const assessment = await service.assess("file:///r/r.md", runbook);
  return {
    problems: assessment?.configuration.problems.map(({ message }) => message),
    rules: assessment?.findings.map(({ rule }) => rule) ?? [],
    verdict: assessment?.verdict.verdict,
  };
}

const circle = (...names: readonly string[]): string => `its references go round in a circle: ${names.join(" → ")}`;

describe("a team's schema whose references have no end", () => {
  it.each<[string, object, string]>([
    ["to itself", { $ref: "#" }, circle("#", "#")],
    [
      "to a part that refers to itself",
      { properties: { sections: { $ref: "#/properties/sections" } } },
      circle("#/properties/sections", "#/properties/sections"),
    ],
    [
      "to each other",
      { $ref: "#/definitions/a", definitions: { a: { $ref: "#/definitions/b" }, b: { $ref: "#/definitions/a" } } },
      circle("#/definitions/a", "#/definitions/b", "#/definitions/a"),
    ],
    ["by allOf", { allOf: [{ $ref: "#" }] }, circle("#", "#/allOf/0", "#")],
    [
      "by allOf of a part",
      {
        properties: { title: { $ref: "#/$defs/a" } },
        $defs: { a: { type: "string", allOf: [{ $ref: "#/$defs/a" }] } },
      },
      circle("#/$defs/a", "#/$defs/a/allOf/0", "#/$defs/a"),
    ],
    ["by anyOf", { anyOf: [{ type: "object" }, { $ref: "#" }] }, circle("#", "#/anyOf/1", "#")],
    ["by not", { not: { $ref: "#" } }, circle("#", "#/not", "#")],
    ["by else", { if: { required: ["a"] }, else: { $ref: "#" } }, circle("#", "#/else", "#")],
    ["by dependencies", { dependencies: { title: { $ref: "#" } } }, circle("#", "#/dependencies/title", "#")],
    ["by an address", { $id: "http://x.example/y", allOf: [{ $ref: "y" }] }, circle("#", "#/allOf/0", "#")],
    [
      "by a name",
      { $ref: "#it", definitions: { a: { $id: "#it", $ref: "#it" } } },
      circle("#/definitions/a", "#/definitions/a"),
    ],
    [
      "by an anchor",
      { allOf: [{ $ref: "#it" }], $defs: { a: { $anchor: "it", oneOf: [{ $ref: "#it" }] } } },
      circle("#/$defs/a", "#/$defs/a/oneOf/0", "#/$defs/a"),
    ],
    [
      "by an encoded name",
      { $ref: "#/definitions/a%20b", definitions: { "a b": { allOf: [{ $ref: "#/definitions/a%20b" }] } } },
      circle("#/definitions/a b", "#/definitions/a b/allOf/0", "#/definitions/a b"),
    ],
  ])("is refused, and the circle named: %s", async (_, schema, why) => {
    expect(endlessReferences(schema)).toBe(why);
    const told = await judged({ "x-release-docs": { kind: "ReleaseRunbook" }, ...schema });
    expect(told.problems).toEqual([
      `The schema cannot be used: ${why}; let one of them say something of its own (type, properties) (file:///r/s.json)`,
    ]);
    expect(told.rules).not.toContain("internal/error");
    expect([told.rules.includes("syntax/limit"), told.verdict]).toEqual([true, "no-go"]);
  });

  it("is named in few words where the circle is long", () => {
    const names = Array.from({ length: 50 }, (_, index) => `part-${index}-${"x".repeat(100)}`);
    const definitions = Object.fromEntries(
      names.map((name, index) => [name, { $ref: `#/definitions/${names[(index + 1) % names.length]}` }]),
    );
    const why = endlessReferences({ definitions }) ?? "";
    expect(why).toMatch(/^its references go round in a circle: #\/definitions\/part-0/);
    expect(why.length).toBeLessThan(400);
  });

  it.each<[string, object]>([
    ["goes round through properties", { properties: { sections: { additionalProperties: { $ref: "#" } } } }],
    ["goes round through items", { definitions: { a: { items: { $ref: "#/definitions/a" } } } }],
    ["goes round through contains", { contains: { $ref: "#" } }],
    ["refers to the same part twice", { allOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/a" }], $defs: { a: {} } }],
    ["holds a circle in an example", { examples: [{ $ref: "#/examples/0/x", x: {} }] }],
    ["refers to nothing", { properties: { $ref: { type: "string" }, a: { $ref: "#/nowhere" } } }],
  ])("is no other: one that %s", (_, schema) => {
    expect(endlessReferences(schema)).toBeUndefined();
  });

  it("our own are none", async () => {
    const { createKindRegistry } = await import("../../../server/src/schema/registry.ts");
    for (const { schema } of createKindRegistry().kinds) expect(endlessReferences(Object(schema))).toBeUndefined();
  });
});
