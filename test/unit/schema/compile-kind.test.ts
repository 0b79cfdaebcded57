import { expect, test } from "vitest";
import { compileKind } from "../../../server/src/schema/compile-kind.ts";
import { createKindRegistry } from "../../../server/src/schema/registry.ts";
import { schemasAt } from "../../../server/src/text/json-schema.ts";

const runbook = createKindRegistry().find("ReleaseRunbook");

const ours = {
  "x-release-docs": {
    kind: "HotfixSheet",
    titles: ["Hotfix Sheet"],
    rollback: { steps: "warning", nonsense: "error" },
  },
  title: "Hotfix sheet",
  type: "object",
  properties: {
    sections: {
      type: "object",
      required: ["undo"],
      properties: {
        undo: {
          title: "Undo",
          "x-release-docs": { aliases: ["Way Back"], role: "rollback", gatePhase: "rollback" },
          properties: { sections: { $ref: "#/definitions/below" } },
        },
        cause: { allOf: [{ $ref: "#/definitions/cause" }] },
      },
    },
  },
  definitions: {
    below: { properties: { proof: { title: "Proof", "x-release-docs": { role: "no-such-role" } } } },
    cause: { title: "Cause", "x-release-docs": { title: "Root Cause" } },
  },
};

test("a schema makes a kind, without a line of code", async () => {
  const made = await compileKind(ours);
  if ("problem" in made) throw new Error(made.problem);
  const { definition } = made;
  expect(definition).toMatchObject({
    name: "HotfixSheet",
    format: "markdown",
    title: "Hotfix sheet",
    titles: ["Hotfix Sheet"],
    judged: true,
    rollback: { steps: "warning" },
    sections: [
      {
        key: "undo",
        title: "Undo",
        aliases: ["Way Back"],
        role: "rollback",
        gatePhase: "rollback",
        required: true,
        sections: [{ key: "proof", title: "Proof", aliases: [] }],
      },
      { key: "cause", title: "Root Cause", required: false },
    ],
  });
  expect(definition.rollback).toEqual({ steps: "warning" });
  expect(definition.sections[0]?.sections[0]).not.toHaveProperty("role");

  const registry = createKindRegistry([made]);
  expect(registry.find("HotfixSheet")).toBe(definition);
  expect(registry.validate(definition, { sections: {} })).toMatchObject([
    { keyword: "required", params: { missingProperty: "undo" } },
  ]);
  expect(registry.validate(definition, { sections: { undo: {} } })).toEqual([]);
});

test("a schema of a team takes the place of ours and inherits what it does not say", async () => {
  const schema = {
    properties: {
      sections: { properties: { "rollback-procedure": { title: "Way Back" }, weather: { title: "Weather" } } },
    },
  };
  const made = await compileKind(schema, runbook);
  if ("problem" in made) throw new Error(made.problem);
  expect(made.definition).toMatchObject({
    name: "ReleaseRunbook",
    rollback: runbook?.rollback,
    labels: runbook?.labels,
    managerDecides: true,
  });
  expect(made.definition.sections.map(({ key, role }) => [key, role])).toEqual([
    ["rollback-procedure", "rollback"],
    ["weather", undefined],
  ]);
  const registry = createKindRegistry([made]);
  expect(registry.find("ReleaseRunbook")).toBe(made.definition);
  expect(registry.kinds.filter(({ name }) => name === "ReleaseRunbook")).toHaveLength(1);
});

test.each([
  ["no object", "text", /must be a JSON object/],
  ["no kind", { type: "object" }, /names no kind/],
  ["an unknown type", { ...ours, type: "thing" }, /cannot be used/],
  ["a reference to an address", { ...ours, allOf: [{ $ref: "https://example.com/a.json" }] }, /cannot be used/],
  ["a reference to another file", { ...ours, allOf: [{ $ref: "other.json" }] }, /cannot be used/],
])("refuses a schema with %s", async (_, schema, problem) => {
  expect(await compileKind(schema)).toEqual({ problem: expect.stringMatching(problem) });
});

test("follows a schema that refers to itself to the depth of headings", async () => {
  const recursive = {
    "x-release-docs": { kind: "Endless" },
    properties: { sections: { $ref: "#/definitions/all" } },
    definitions: { all: { properties: { again: { properties: { sections: { $ref: "#/definitions/all" } } } } } },
  };
  const made = await compileKind(recursive);
  if ("problem" in made) throw new Error(made.problem);
  let depth = 0;
  for (let [section] = made.definition.sections; section !== undefined; [section] = section.sections) depth++;
  expect(depth).toBe(6);
});

/** A kind whose documents are objects with texts that must match patterns. */
const withPatterns = (patterns: Readonly<Record<string, string>>) =>
  compileKind({
    "x-release-docs": { kind: "HotfixSheet" },
    type: "object",
    properties: Object.fromEntries(
      Object.entries(patterns).map(([name, pattern]) => [name, { type: "string", pattern }]),
    ),
  });

test("patterns of a team are each their own", async () => {
  const made = await withPatterns({
    ticket: "^[A-Z]{2,5}-\\d+$",
    version: "^v\\d+\\.\\d+\\.\\d+$",
    word: "^\\p{Lu}[\\w-]*$",
  });
  if ("problem" in made) throw new Error(made.problem);
  const { validate } = made;
  expect(validate.call(undefined, { ticket: "OPS-1", version: "v1.2.3", word: "über" })).toBe(false);
  expect(validate.errors?.map(({ instancePath }) => instancePath)).toEqual(["/word"]);
  expect(validate.call(undefined, { ticket: "OPS-1", version: "v1.2.3", word: "Über-x" })).toBe(true);
  expect(validate.call(undefined, { ticket: "v1.2.3", version: "OPS-1" })).toBe(false);
  expect(validate.errors?.map(({ instancePath }) => instancePath)).toEqual(["/ticket", "/version"]);
});

test.each(["^(a+)+$", "^(a|aa)+$", "^(?:a*)*$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$", "^(.*,){20}$"])(
  "%s of a team is no trap",
  async (pattern) => {
    const made = await withPatterns({ name: pattern });
    if ("problem" in made) throw new Error(made.problem);
    expect(made.validate.call(undefined, { name: `${"a".repeat(100_000)}!` })).toBe(false);
  },
);

test.each([
  ["^(?!x)a$", "The pattern ^(?!x)a$ looks around"],
  ["(?<=v)1", "The pattern (?<=v)1 looks around"],
  ["^(a)\\1$", "The pattern ^(a)\\1$ refers back to a group"],
  ["^(?<x>a)\\k<x>$", "refers back to a group"],
  ["^(a", "is no pattern"],
  ["a{1001}", "is no pattern"],
  ["((a{40}){40}){40}", "is too large"],
  [`(?:${"ab".repeat(120)}){100}`, "is too large"],
  ["a".repeat(30_000), "is too large"],
])("the pattern %s refuses the schema", async (pattern, message) => {
  const made = await withPatterns({ name: pattern });
  expect(made).toMatchObject({ problem: expect.stringContaining(message) });
});

test("patterns together have a bound too", async () => {
  const many = Array.from({ length: 20 }, (_, index) => [`p${index}`, `^${"a".repeat(4_000)}${index}$`]);
  expect(await withPatterns(Object.fromEntries(many))).toEqual({
    problem: "The patterns of the schema are too large together",
  });
});

test("patterns that take too long on a document are told, and do not hold the next one", async () => {
  const made = await withPatterns({ name: "^(?:a?){900}$" });
  if ("problem" in made) throw new Error(made.problem);
  expect(made.validate.call(undefined, { name: "a".repeat(100_000) })).toBe(false);
  expect(made.validate.errors).toEqual([
    { keyword: "patternLimit", instancePath: "", schemaPath: "#/patternLimit", params: {} },
  ]);
  expect(made.validate.call(undefined, { name: "a".repeat(600) })).toBe(true);
});

test("names that a pattern of a team stands for are found without a trap", async () => {
  const made = await compileKind({
    "x-release-docs": { kind: "HotfixSheet" },
    patternProperties: {
      "^(a+)+$": { type: "object", properties: { b: { title: "Inner" } } },
      "^(?:x|xx)+$": { title: "X" },
    },
  });
  if ("problem" in made) throw new Error(made.problem);
  const { schema } = made.definition;
  expect(schemasAt(schema, ["aaa", "b"])).toEqual([{ title: "Inner" }]);
  expect(schemasAt(schema, ["xxx"])).toEqual([{ title: "X" }]);
  expect(schemasAt(schema, [`${"a".repeat(100)}!`])).toEqual([]);
  expect(schemasAt(schema, [`${"x".repeat(100_000)}!`])).toEqual([]);
  expect(made.validate.call(undefined, { [`${"a".repeat(100_000)}!`]: 1 })).toBe(true);
});
