import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import schema from "../../../schemas/release-docs-config.schema.json";
import { readDate } from "../../../server/src/text/values/date.ts";
import { readConfiguration } from "../../../server/src/workspace/read-configuration.ts";

const ajv = new Ajv({ strict: false, formats: { date: (text: string) => readDate(text).kind === "date" } });
const accepts = ajv.compile(schema);

/** What the schema offers to an editor and what the reader takes must be the same. */
describe("the schema of the configuration and its reader agree", () => {
  it.each([
    "{}",
    "discovery: ['**/*.md', '!x/**']",
    "documents: [{ files: 'a/**', kind: ReleasePlan, schema: ./x.json, template: true }]",
    "rules: { a/b: off, 'a/*': hint, '*': information, c/d: { approved: error, rolled-back: off } }",
    "overrides: [{ files: 'a/**', rules: { 'a/*': off } }]",
    "sections: { rollback: [Way Back] }",
    "statuses: { shipping: in-progress }",
    "freeze: [{ from: 2026-12-20, to: 2027-01-02, reason: Rest }]",
    "extends: ./base.yaml",
  ])("both take %s", (text) => {
    expect(readConfiguration(text).problems).toEqual([]);
    expect(accepts(parse(text))).toBe(true);
  });

  it.each([
    "other: 1",
    "extends: [a]",
    "extends: ''",
    "discovery: text",
    "discovery: [1]",
    "documents: {}",
    "documents: [{ kind: ReleasePlan }]",
    "documents: [{ files: a, other: 1 }]",
    "documents: [{ files: a, template: yes please }]",
    "rules: { a/b: loud }",
    "rules: { nofamily: off }",
    "rules: { a/b: { someday: off } }",
    "overrides: [{ files: a }]",
    "overrides: [{ rules: {} }]",
    "sections: { a: text }",
    "statuses: { a: someday }",
    "freeze: [{ from: 2026-12-20 }]",
    "freeze: [{ from: 2026-13-40, to: 2027-01-01 }]",
  ])("both refuse %s", (text) => {
    expect(readConfiguration(text).problems.length).toBeGreaterThan(0);
    expect(accepts(parse(text))).toBe(false);
  });
});
