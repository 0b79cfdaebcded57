import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { newRule } from "../../../scripts/new-rule.mjs";

const path = "server/src/rules/index.ts";
const index = readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const pathsIn = (text: string): readonly string[] => [...text.matchAll(/from "(.+)"/g)].map(([, from = ""]) => from);

describe("a new rule", () => {
  it.each(["aaa/first", "gates/abc", "test-only/new-thing", "zzz/last"])("%s gets its line in order", (id) => {
    const text = newRule(id, index).files?.[path] ?? "";
    expect(pathsIn(text)).toEqual([...pathsIn(index), `./${id}.ts`].sort());
    expect(text.startsWith("/** Every rule, a line each. */\n")).toBe(true);
  });

  it.each([
    ["dates/unchecked", "datesUnchecked"],
    ["test-only/delete", "testOnlyDelete"],
    ["test-only/new-thing", "newThing"],
  ])("%s is exported as %s, a name that is free", (id, name) => {
    const files = newRule(id, index).files ?? {};
    expect(files[path]).toContain(`export { ${name} } from "./${id}.ts";`);
    expect(files[`server/src/rules/${id}.ts`]).toContain(`export const ${name}: Rule`);
  });

  it.each(["", "gates", "gates/", "/name", "Gates/Name", "gates/a/b", "../x/y", "gates/a b", "gates/-a", "gates/a--b"])(
    "%j is refused as no id",
    (id) => expect(newRule(id, index).problem).toContain("is no id of a rule: write family/name"),
  );

  it("refuses one that is there", () => {
    expect(newRule("gates/unchecked", index).problem).toBe(
      "There is a rule gates/unchecked already: server/src/rules/gates/unchecked.ts",
    );
  });
});
