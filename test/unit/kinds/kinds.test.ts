import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../../server/src/rules/registry.ts";
import { openFixtures } from "../../support/fixture-folder.ts";

const kinds = openFixtures("kinds");
const templates = join(import.meta.dirname, "..", "..", "..", "snippets", "templates");
const judged = /^release-(?:manifest|runbook|plan|management-plan|checklist)\./;

const isJudged = (path: string): boolean => judged.test(`${path.split("/")[0]}.`);

const status = /^.*\bstatus(?::\*\*|\*\*:|:| +\|).*\n/im;

const good = kinds.documents.filter((path) => /\/good-run\.\w+$/.test(path));
const others = kinds.documents.filter((path) => !good.includes(path));

const names = readdirSync(templates).sort();

describe.each(names)("the template %s", (name) => {
  const source = readFileSync(join(templates, name), "utf8");

  it("has no findings and no verdict", async () => {
    const { assessment, found } = await kinds.checkText(`templates/${name}`, source);
    expect(found).toEqual([]);
    expect(assessment?.document).toMatchObject({ declared: true, template: true });
    expect(assessment?.verdict.verdict).toBe("none");
  });

  it("is known for a template wherever it stands", async () => {
    const { assessment } = await kinds.checkText(`releases/v9/${name}`, source);
    expect(assessment?.document.template).toBe(true);
  });

  it("has nothing but blanks to fill when it becomes a run", async () => {
    const { assessment, found } = await kinds.checkText(`releases/v9/${name}`, source, { as: "run" });
    expect(new Set(found.map(({ rule }) => rule)), JSON.stringify(found)).toEqual(new Set(["placeholders/unfilled"]));
    expect(assessment?.verdict.verdict).toBe(judged.test(name) ? "not-ready" : "none");
  });
});

describe.each(names.filter((name) => judged.test(name)))("a run of the template %s", (name) => {
  it("asks for its gates and approvals once it is approved", async () => {
    const source = readFileSync(join(templates, name), "utf8");
    const { assessment, found } = await kinds.checkText(`releases/v9/${name}`, source, {
      as: "run",
      stage: "approved",
    });
    const gates = found.filter(({ rule }) => rule.startsWith("gates/"));
    expect(gates.length).toBeGreaterThan(0);
    const due = assessment?.document.gates.filter(({ phase, required }) => phase === "pre-release" && required);
    expect(assessment?.gates.due).toBe(due?.length);
    expect(assessment?.verdict.verdict).toBe("no-go");
  });
});

describe("every kind", () => {
  it.each(good)("%s: a good run has no findings", async (path) => {
    const { assessment, found } = await kinds.check(path);
    expect(found).toEqual([]);
    expect(assessment?.document).toMatchObject({ declared: true, template: false });
    if (isJudged(path)) expect(assessment?.stage.source).toBe("stated");
    expect(assessment?.verdict.verdict).toBe(isJudged(path) ? "go" : "none");
  });

  it.each(good.filter(isJudged))("%s: loses its status, and only that is said", async (path) => {
    const source = kinds.source(path);
    expect(source).toMatch(status);
    const { found } = await kinds.checkText(path, source.replace(status, ""));
    expect(found.map(({ rule }) => rule)).toEqual(["structure/no-status"]);
  });

  it.each(good.filter(isJudged))("%s: comes back, and its rollback gates are due", async (path) => {
    const { assessment } = await kinds.checkText(path, kinds.source(path), { stage: "rolled-back" });
    const due = assessment?.document.gates.filter(({ phase }) => phase === "rollback");
    expect(assessment?.gates.due).toBe(due?.length);
  });

  it.each(others)("%s: a bad run has the findings that it marks, and no others", async (path) => {
    const { found, expected } = await kinds.check(path);
    expect(found).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    const named = expected.map(({ rule }) => rule);
    if (path.includes("/bad-run.")) expect(named.filter((rule, index) => named.indexOf(rule) !== index)).toEqual([]);
  });

  it("has a good and a bad run, and a template", () => {
    for (const kind of readdirSync(templates)) {
      const [name, extension] = kind.split(".");
      expect(kinds.documents).toContain(`${name}/good-run.${extension}`);
      expect(kinds.documents).toContain(`${name}/bad-run.${extension}`);
    }
  });
});

describe("the registry", () => {
  it("has no rule that no fixture fires", async () => {
    const fired = new Set<string>();
    for (const name of ["kinds", "rules", "sixth-kind"]) {
      const folder = openFixtures(name);
      for (const path of folder.documents) {
        for (const { rule } of (await folder.check(path)).found) fired.add(rule);
      }
    }
    // `internal/error` is told of a rule of ours that breaks: no document does that (test/unit/rules has one that is broken).
    expect(rules.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual(["internal/error"]);
  });
});
