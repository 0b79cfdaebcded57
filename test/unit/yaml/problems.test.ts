import { describe, expect, it } from "vitest";
import { read } from "./harness.ts";
import { sample } from "./sample.ts";

/** `line:column text: message → replacement` of each problem. */
function problemsOf(text: string): readonly string[] {
  const document = read(text);
  return document.problems.map((problem) => {
    const { start, end } = document.span(problem.at);
    const line = text.slice(0, start).split("\n").length;
    const fix = problem.replacement === undefined ? "" : ` → ${problem.replacement}`;
    return `${problem.rule} ${line} ${JSON.stringify(text.slice(start, end))}: ${problem.message}${fix}`;
  });
}

describe("syntax errors", () => {
  it.each([
    ["a tab", "release:\n\tid: v1\n"],
    ["an unclosed quote", 'release:\n  id: "v1\n  date: 2027-01-01\nscope: []\n'],
    ["an unclosed single quote", "release:\n  id: 'v1\n"],
    ["bad indentation", "release:\n  id: v1\n date: 2027-01-01\n"],
    ["a key that is indented too far", "release:\n  id: v1\n    date: 2027-01-01\n"],
    ["a duplicate key", "release:\n  id: v1\n  date: x\n  id: v2\n"],
    ["a duplicate top-level key", "scope: []\nrelease:\n  id: v1\nscope: []\n"],
    ["a line without colon", "release:\n  id: v1\nscope\nrollback: {}\n"],
    ["a line without colon in a map", "release:\n  id: v1\n  date\n  name: x\n"],
    ["an unclosed bracket", "release:\n  owners: [a, b\n  date: x\n"],
    ["a missing comma", 'release:\n  owners: ["a" "b"]\n'],
    ["a bad escape", 'release:\n  name: "a\\qb"\n'],
    ["text behind a quoted value", 'release:\n  name: "Billing" and more: x\n'],
    ["several documents", "release:\n  id: v1\n---\nrelease:\n  id: v2\n"],
    ["a lone text", "just words\n"],
    ["a list", "- a\n- b\n"],
    ["a list item in a map", "release:\n  id: v1\n  - x\n"],
  ])("%s", (_, text) => {
    expect(problemsOf(text)).toMatchSnapshot();
  });

  it("break the part that they stand in, and nothing else", () => {
    const text = sample.replace(
      "    - gate: Runbook was walked through\n      checked: false\n",
      '    - gate: "Runbook\n      checked: false\n',
    );
    const document = read(text);
    expect(document.problems).toHaveLength(1);
    expect(document.unreadable).toEqual([["checklist", "preRelease", 2]]);
    expect(document.gates.map((gate) => gate.text)).toContain("Translations are complete");
    const broken = read(sample.replace("  steps:\n", "  steps: {\n"));
    expect(broken.rollback).toMatchObject({ present: true, unreadable: true });
    expect(broken.problems).toHaveLength(1);
  });
});

describe("YAML's traps", () => {
  it.each([
    ["a number sign", "scope:\n  - id: #1235\n    title: x\n"],
    ["a channel", "release:\n  onCall:\n    - #room\n    - x\n"],
    ["a comment is no trap", "release:\n  id: # later\n  name: x\n"],
    ["a handle", "release:\n  owners:\n    - @bob\n    - @team # both\n"],
    ["handles in brackets", "release: { owners: [@bob, @al], id: v1 }\n"],
    ["a back-quote", "scope:\n  - title: `code` here\n"],
    [
      "a threshold",
      "rollout:\n  phases:\n    - name: Canary\n      abortWhen:\n        - > 1%\n        - error rate > 1%\n      traffic: > 5%\n",
    ],
    ["a percent sign", "release:\n  name: %NAME%\n"],
    ["a colon", "scope:\n  - title: Fix: the bug\n    id: x\n"],
    ["emphasis", "release:\n  name: *Winter* release\n"],
    ["an alias without anchor", "release:\n  name: *winter\n"],
    ["a placeholder with text", "release:\n  name: [Name] of the release\n"],
    ["a link", "release:\n  runbook: [Runbook](./runbook.md)\n"],
    ["quotes with text behind", 'release:\n  name: "Big" release\n'],
  ])("%s", (_, text) => {
    expect({ problems: problemsOf(text), value: read(text).value }).toMatchSnapshot();
  });

  it("are no traps where a scalar is a lone placeholder", () => {
    const text = "release:\n  id: [X.Y.Z]\n  name: {{NAME}}\n  date: [YYYY-MM-DD]\n  owners: [a, b]\n";
    const document = read(text);
    expect(document.problems).toEqual([]);
    expect(document.value).toEqual({
      release: { id: "[X.Y.Z]", name: "{{NAME}}", date: "[YYYY-MM-DD]", owners: ["a", "b"] },
    });
    expect(document.placeholders.map((found) => found.text)).toEqual(["[X.Y.Z]", "{{NAME}}", "[YYYY-MM-DD]"]);
    expect(document.facts.statusStated).toBe(false);
  });

  it("disappear when they are replaced as proposed", () => {
    const text = "scope:\n  - id: #12\n    owner: @bob\n    title: Fix: the `bug`\n    url: > 1%\n";
    const document = read(text);
    let repaired = text;
    for (const problem of [...document.problems].reverse()) {
      const { start, end } = document.span(problem.at);
      repaired = repaired.slice(0, start) + (problem.replacement ?? "") + repaired.slice(end);
    }
    expect(document.problems).toHaveLength(4);
    expect(read(repaired).problems).toEqual([]);
    expect(read(repaired).value).toEqual(document.value);
  });
});

describe("anchors and aliases", () => {
  it("are resolved across the document", () => {
    const document = read("release:\n  id: v1\n  owners: &team\n    - a\n    - b\n  onCall: *team\n");
    expect(document.problems).toEqual([]);
    expect(document.value).toEqual({ release: { id: "v1", owners: ["a", "b"], onCall: ["a", "b"] } });
  });

  it("merge maps", () => {
    const document = read("base: &base\n  owner: a\n  risk: low\nscope:\n  - <<: *base\n    id: x\n    risk: high\n");
    expect(document.value.scope).toEqual([{ owner: "a", id: "x", risk: "high" }]);
  });

  it("answer fast where they would unfold without end", () => {
    const levels = Array.from(
      { length: 40 },
      (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(", ")}]`,
    );
    const document = read(`l0: &l0 lol\n${levels.join("\n")}\n`);
    expect(document.problems.map((problem) => problem.message)).toEqual([
      "The aliases of this document unfold to far more text than a release document holds: write their values out",
    ]);
    expect(document.unreadable).toEqual([[]]);
    expect(read("a: &a [*a]\n").problems.map((problem) => problem.rule)).toEqual(["syntax/unquoted"]);
  });
});

describe("directives", () => {
  it("are found in comments only", () => {
    const document = read(
      "# release-docs-disable-file rollback/*, gates/no-gates -- a trial\nrelease: # release-docs-disable-next-line dates/past\n  id: v1\n  name: '# release-docs-disable-file'\n  # release-docs-disable\n  summary: |\n    # release-docs-enable\n  # release-docs-enable\n",
    );
    expect(
      document.directives.map(({ scope, rules, reason }) => [scope, ...rules.map((rule) => rule.value), reason]),
    ).toEqual([
      ["file", "rollback/*", "gates/no-gates", "a trial"],
      ["next-line", "dates/past", undefined],
      ["start", undefined],
      ["end", undefined],
    ]);
  });
});
