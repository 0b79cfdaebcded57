import { expect, test } from "vitest";
import { readYaml } from "../../../server/src/document/yaml/read-yaml.ts";
import { compileKind } from "../../../server/src/schema/compile-kind.ts";
import { createKindRegistry } from "../../../server/src/schema/registry.ts";
import { validateDocument } from "../../../server/src/schema/validate.ts";

const schema = {
  "x-release-docs": { kind: "Sheet", format: "yaml" },
  type: "object",
  properties: {
    apiVersion: { type: "string" },
    kind: { type: "string" },
    level: { anyOf: [{ enum: ["off", "warning"] }, { $ref: "#/definitions/byStage" }] },
    size: { anyOf: [{ type: "number" }, { type: "boolean" }] },
    target: {
      oneOf: [
        {
          type: "object",
          properties: { host: { type: "string" }, port: { type: "integer" } },
          required: ["host"],
          additionalProperties: false,
        },
        {
          type: "object",
          properties: { queue: { type: "string" }, topic: { type: "string" } },
          required: ["queue"],
          additionalProperties: false,
        },
      ],
    },
    owner: { type: "object", oneOf: [{ required: ["team"] }, { required: ["person"] }] },
    email: { type: "string", format: "email" },
    mood: { not: { const: "bad" } },
  },
  definitions: {
    byStage: { type: "object", properties: { approved: { enum: ["off", "warning"] } }, additionalProperties: false },
  },
};

test.each([
  ["level: warnin", "enum «warnin» `level` must be `off` or `warning`, not `warnin`. Did you mean `warning`?"],
  ["level: { approved: of }", "enum «of» `approved` must be `off` or `warning`, not `of`. Did you mean `off`?"],
  ["level: { aproved: off }", "unknown-property «aproved» Unknown property `aproved`. Did you mean `approved`?"],
  ["level: [1, 2]", "type «level» `level` must be text or a map, not a list"],
  ["size: large", "type «large» `size` must be a number or true or false, not text"],
  ["target: { host: a, prt: 1 }", "unknown-property «prt» Unknown property `prt`. Did you mean `port`?"],
  ["target: { topic: a }", "required «target» Target has no queue: add `queue`"],
  ["target: { host: a, port: high }", "type «high» `port` must be a whole number, not text"],
  ["owner: {}", "one-of «owner» Owner needs at least one of `team` or `person`"],
  ["owner: { team: a, person: b }", "one-of «owner» Owner must have only one of `team` or `person`"],
  ["email: nobody", "format «nobody» `email` must be a mail address"],
  ["mood: bad", "one-of «mood» `mood` is not as its schema asks"],
])("%s", async (line, expected) => {
  const made = await compileKind(schema);
  if ("problem" in made) throw new Error(made.problem);
  const text = `apiVersion: release-docs/v1\nkind: Sheet\n${line}\n`;
  const document = readYaml("file:///sheet.yaml", text, { kind: made.definition, declared: true, template: false });
  const errors = validateDocument(document, createKindRegistry([made]));
  const told = errors.map(({ keyword, message, at }) => {
    const { start, end } = document.span(at);
    return `${keyword} «${text.slice(start, end)}» ${message}`;
  });
  expect(told).toEqual([expected]);
});
