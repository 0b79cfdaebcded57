// Settings have two sources and no copies: what a setting shares with `.release-docs.yaml` has its shape from the schema of
// that file, all else stands in package.json, and the types are made of package.json. Writes shapes and types; with --check
// it writes nothing and fails on a difference.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const check = process.argv.includes("--check");
const root = join(import.meta.dirname, "..");
const section = "releaseDocs.";
const types = "server/src/lsp/settings.ts";
const read = (file) => readFileSync(join(root, file), "utf8");

const configuration = JSON.parse(read("schemas/release-docs-config.schema.json"));
const manifest = JSON.parse(read("package.json"));
const groups = manifest.contributes.configuration;
for (const { properties } of groups) {
  for (const [key, { scope, markdownDescription, default: fallback, examples }] of Object.entries(properties)) {
    const shared = configuration.properties[key.slice(section.length)];
    if (shared === undefined) continue;
    properties[key] = { ...shapeOf(shared), default: fallback, scope, markdownDescription, examples };
  }
}
write("package.json", `${JSON.stringify(manifest, null, 2)}\n`);

const lines = groups
  .flatMap(({ properties }) => Object.entries(properties))
  .map(([key, schema]) => {
    const [sentence] = (schema.markdownDescription ?? schema.description).split(/(?<=\.) /);
    return `  /** ${sentence} */\n  readonly ${JSON.stringify(key.slice(section.length))}: ${typeOf(schema)};`;
  });
write(
  types,
  `// Made of package.json by \`npm run docs\`: do not edit.

/** The settings \`${section}*\` of the editor, without that section; each has a default. */
export interface EditorSettings {
${lines.join("\n")}
}
`,
);

function write(file, text) {
  const changed = read(file) !== text;
  if (changed && check) {
    console.error(`${file} is not up to date: run npm run docs`);
    process.exitCode = 1;
  } else if (changed) writeFileSync(join(root, file), text);
  console.log(`${file}, settings: ${changed ? "changed" : "up to date"}`);
}

/** A schema without references and words: what a setting takes. */
function shapeOf(schema) {
  const { $ref, title, description, examples, ...own } = schema;
  const shape = $ref === undefined ? own : { ...configuration.definitions[$ref.split("/").pop()], ...own };
  const inner = (value) => (Array.isArray(value) ? value.map(shapeOf) : shapeOf(value));
  const each = (of) => Object.fromEntries(Object.entries(of).map(([name, value]) => [name, shapeOf(value)]));
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([name]) => !["title", "description", "examples"].includes(name))
      .map(([name, value]) => {
        if (name === "properties" || name === "patternProperties") return [name, each(value)];
        return [name, typeof value === "object" && name !== "enum" ? inner(value) : value];
      }),
  );
}

/** A shape as a type, as far as settings need it. */
function typeOf(schema) {
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(" | ");
  if (schema.type === "array") return `readonly ${typeOf(schema.items)}[]`;
  if (schema.properties !== undefined) {
    const named = Object.entries(schema.properties).map(([name, of]) => `${JSON.stringify(name)}?: ${typeOf(of)}`);
    return `Readonly<{ ${named.join("; ")} }>`;
  }
  if (schema.type === "object") {
    const [values = schema.additionalProperties] = Object.values(schema.patternProperties ?? {});
    return `Readonly<Record<string, ${typeOf(values)}>>`;
  }
  if (schema.type === "string" || schema.type === "boolean") return schema.type;
  throw new Error(`No type for ${JSON.stringify(schema)}`);
}
