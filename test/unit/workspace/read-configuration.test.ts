import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfiguration } from "../../../server/src/workspace/read-configuration.ts";

const whole = `extends: ./base.yaml
discovery: ["**/*.md", "!vendor/**"]
documents:
  - { files: "ops/**/*.md", kind: ReleaseRunbook, schema: ./schemas/ours.json, template: false }
rules: { placeholders/unfilled: warning, gates/missing-sign-off: off, gates/unchecked: { approved: error } }
overrides: [{ files: "legacy/**", rules: { "structure/*": off } }]
sections: { rollback-procedure: [Backout Plan, ロールバック手順] }
statuses: { "ready to ship": approved }
freeze: [{ from: 2026-12-20, to: 2027-01-02, reason: Year-end freeze }]
`;

describe("readConfiguration", () => {
  it("reads every setting", () => {
    expect(readConfiguration(whole)).toEqual({
      extends: { path: "./base.yaml", at: { start: 9, end: 20 } },
      settings: {
        discovery: ["**/*.md", "!vendor/**"],
        documents: [{ files: "ops/**/*.md", kind: "ReleaseRunbook", schema: "./schemas/ours.json", template: false }],
        rules: {
          "placeholders/unfilled": "warning",
          "gates/missing-sign-off": "off",
          "gates/unchecked": { approved: "error" },
        },
        overrides: [{ files: "legacy/**", rules: { "structure/*": "off" } }],
        sections: { "rollback-procedure": ["Backout Plan", "ロールバック手順"] },
        statuses: { "ready to ship": "approved" },
        freeze: [{ from: "2026-12-20", to: "2027-01-02", reason: "Year-end freeze" }],
      },
      problems: [],
      written: [
        { setting: "discovery", name: "", line: 2 },
        { setting: "documents", name: "ops/**/*.md", line: 4 },
        { setting: "rules", name: "placeholders/unfilled", line: 5 },
        { setting: "rules", name: "gates/missing-sign-off", line: 5 },
        { setting: "rules", name: "gates/unchecked", line: 5 },
        { setting: "overrides", name: "legacy/**", line: 6 },
        { setting: "sections", name: "rollback-procedure", line: 7 },
        { setting: "statuses", name: "ready to ship", line: 8 },
        { setting: "freeze", name: "", line: 9 },
      ],
    });
  });

  it.each([
    ["", {}],
    ["# nothing\n", {}],
    ["rules:\n", {}],
  ])("takes %j as nothing said", (text, settings) => {
    expect(readConfiguration(text)).toEqual({ settings, problems: [], written: [] });
  });

  it.each([
    ["[]", "[]", "The configuration must be a mapping of names to values"],
    ["rules: [a]", "[a]", "rules must be a mapping of names to values"],
    ["ruels: {}", "ruels", 'The configuration has no setting "ruels"; did you mean rules?'],
    ["rules: { unchecked: off }", "unchecked", '"unchecked" is no rule: write family/name, family/* or *'],
    [
      "rules: { a/b: waring }",
      "waring",
      'a/b must be one of off, error, warning, information, hint, not "waring"; did you mean warning?',
    ],
    ["rules: { a/b: { aproved: off } }", "aproved", 'a/b has no setting "aproved"; did you mean approved?'],
    ["discovery: '**'", "'**'", "discovery must be a list"],
    ["discovery: [1]", "1", "Each entry of discovery must be a text"],
    ["documents: [{ kind: ReleasePlan }]", "{ kind: ReleasePlan }", "An entry of documents needs files"],
    ["documents: [{ files: a, template: maybe }]", "maybe", "template must be true or false"],
    ["statuses: { ok: ready }", "ready", /^The stage of "ok" must be one of draft, .*, not "ready"$/],
    ["freeze: [{ from: 2026-02-30, to: 2026-03-01 }]", "2026-02-30", "from is no date: February 2026 has 28 days"],
    ["freeze: [{ from: soon, to: 2026-03-01 }]", "soon", "from is no date; write YYYY-MM-DD"],
    [
      "freeze: [{ from: 2026-03-02, to: 2026-03-01 }]",
      "{ from: 2026-03-02, to: 2026-03-01 }",
      "This freeze ends (2026-03-01) before it begins (2026-03-02)",
    ],
    ["a: 1\na: 2", undefined, "Map keys must be unique"],
  ])("says what is wrong with %s", (text, at, message) => {
    const [problem, ...others] = readConfiguration(text).problems;
    expect(others).toEqual([]);
    expect(problem?.message).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
    if (at !== undefined) expect(text.slice(problem?.start, problem?.end)).toBe(at);
  });

  it("keeps what is right beside what is wrong", () => {
    const { settings, problems } = readConfiguration(
      "rules: { a/b: off, c/d: loud }\nstatuses: { x: approved, y: no }",
    );
    expect(settings).toEqual({ rules: { "a/b": "off" }, statuses: { x: "approved" } });
    expect(problems).toHaveLength(2);
  });

  it("refuses what would hurt the parser", () => {
    expect(readConfiguration("[".repeat(5000)).problems[0]?.message).toContain("nests more than 100 levels");
  });

  it("survives every prefix and cyclic aliases", () => {
    for (let end = 0; end <= whole.length; end++) readConfiguration(whole.slice(0, end));
    expect(readConfiguration("rules: &a { x/y: *a }").problems).toHaveLength(1);
    expect(readConfiguration("documents: &d [*d]").problems.length).toBeGreaterThan(0);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."{}[]:,-&*!|>'\"#%@` \nrules:xof/é\uD800") }), (text) => {
        readConfiguration(text);
      }),
    );
  });
});
