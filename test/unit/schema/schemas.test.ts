import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { isJsonSchema, type JsonSchema } from "../../../server/src/text/json-schema.ts";

const folder = new URL("../../../schemas/", import.meta.url);
/** Schemas that people write against; the report schema describes output and has its own test in test/cli. */
const names = readdirSync(folder).filter(
  (name) => name.endsWith(".schema.json") && name !== "release-docs-report.schema.json",
);
const schemas = new Map(names.map((name) => [name, parse(readFileSync(new URL(name, folder), "utf8"))]));

function parse(text: string): JsonSchema {
  const schema: unknown = JSON.parse(text);
  if (!isJsonSchema(schema)) throw new Error("no schema");
  return schema;
}

const strict = (): Ajv =>
  new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    keywords: ["x-release-docs"],
    strict: true,
    strictRequired: false,
    formats: { date: true, "uri-reference": true },
  });

/** Every schema below `properties`, with its path; references are not followed. */
function* propertySchemas(schema: unknown, path = "#"): Generator<readonly [path: string, schema: JsonSchema]> {
  if (Array.isArray(schema)) {
    for (const [index, item] of schema.entries()) yield* propertySchemas(item, `${path}/${index}`);
  }
  if (!isJsonSchema(schema)) return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "examples" || keyword === "x-release-docs") continue;
    const named = keyword === "properties" && isJsonSchema(value) && !/\/dependencies\//.test(path);
    for (const [name, property] of named ? Object.entries(value) : []) {
      const at = `${path}/properties/${name}`;
      if (isJsonSchema(property)) yield [at, property];
      yield* propertySchemas(property, at);
    }
    if (!named) yield* propertySchemas(value, `${path}/${keyword}`);
  }
}

describe.each([...schemas])("%s", (name, schema) => {
  test("is a valid draft-07 schema of a strict kind, with an identity of its own", () => {
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema.$id).toBe(`urn:release-docs:schema:${name.replace(".schema.json", "")}:v1`);
    expect(() => strict().compile(schema)).not.toThrow();
  });

  test("stands alone", () => {
    const references = JSON.stringify(schema).match(/"\$ref":"[^"]*"/g) ?? [];
    expect(references.filter((reference) => !reference.startsWith('"$ref":"#/definitions/'))).toEqual([]);
  });

  test("describes every property", () => {
    const inherited = ["#/definitions/section/"];
    const bare = [...propertySchemas(schema)].filter(
      ([path, { title, description, examples, $ref }]) =>
        !inherited.some((prefix) => path.startsWith(prefix) && $ref !== undefined) &&
        (typeof title !== "string" || typeof description !== "string" || !Array.isArray(examples)),
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  test("shows examples that are valid", () => {
    const definitions = schema.definitions ?? {};
    const wrong = [...propertySchemas(schema)].filter(([path, property]) => {
      if (!Array.isArray(property.examples) || path.includes("/sections/") || path.endsWith("/sections")) return false;
      const validate = strict().compile({ ...property, definitions });
      return property.examples.some((example) => !validate(example));
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});

test.each(["release-manifest.schema.json", "release-docs-config.schema.json"])("%s knows all properties", (name) => {
  const maps = [...propertySchemas(schemas.get(name))].filter(([, { properties }]) => properties !== undefined);
  expect(maps.filter(([, { additionalProperties }]) => additionalProperties !== false).map(([path]) => path)).toEqual(
    [],
  );
});
