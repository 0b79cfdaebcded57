import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { _, Ajv } from "ajv";
import { not } from "ajv/dist/compile/codegen/index.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { transform } from "esbuild";
import { bundleModule } from "./bundle-module.mjs";

const SCHEMAS = new URL("../schemas/", import.meta.url);
const GENERATED = new URL("../server/src/schema/generated/", import.meta.url);

/** The configuration is read by a reader of its own; its schema serves completion and editors. Reports are only written. */
const NOT_COMPILED = new Set(["release-docs-config.schema.json", "release-docs-report.schema.json"]);

const DECLARATIONS = `/** One error as Ajv tells it, without its message: ours are written in explain.ts. */
export interface RawError {
  readonly keyword: string;
  /** JSON pointer of the value. */
  readonly instancePath: string;
  /** JSON pointer of the keyword in the schema, through references. */
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Which objects a definition, by its name, found valid; objects must not change. */
export interface KnownValidity {
  has(definition: string, value: unknown): boolean;
  add(definition: string, value: unknown): void;
}

export interface Validator {
  (this: KnownValidity | undefined, value: unknown): boolean;
  errors?: readonly RawError[] | null;
}
`;

/**
 * Compiles the schemas of release documents to plain functions, so that nothing is compiled, and no Ajv loaded, where
 * they run. Writes `validators.js`, and `schemas.js` with the schemas as far as they are read at run time, each with its
 * types, and `kinds.js` with what their annotations say; they are made by every build and not kept in Git.
 *
 * @returns {Promise<{ validators: number, schemas: number }>} the sizes of both, minified, in bytes
 */
export async function compileValidators() {
  const names = (await readdir(SCHEMAS))
    .filter((name) => name.endsWith(".schema.json") && !NOT_COMPILED.has(name))
    .sort();
  const schemas = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(name, SCHEMAS), "utf8"))),
  );
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    inlineRefs: false,
    loopRequired: 2,
    messages: false,
    meta: true,
    schemas: schemas.map((schema) =>
      isMarkdown(schema) ? onlyDemands(schema) : namedParts(withoutAnnotations(schema)),
    ),
    strict: true,
    strictRequired: false,
    strictTypes: false,
    unicodeRegExp: false,
    validateFormats: false,
    keywords: ["x-release-docs", kept],
    code: { esm: true, lines: false, optimize: 2, source: true },
    passContext: true,
  });
  const exported = Object.fromEntries(names.map((name, index) => [exportName(name), schemas[index].$id]));
  const { code } = await transform(standaloneCode(ajv, exported), {
    minify: true,
    format: "esm",
    target: "es2022",
  });
  const constants = (/** @type {string} */ type) =>
    names.map((name) => `export declare const ${exportName(name)}: ${type};\n`).join("");
  const written = schemas.map((schema) => (isMarkdown(schema) ? withoutShapes(schema) : schema));
  const { kindFromSchema } = await bundleModule("server/src/schema/kind-from-schema.ts");
  const kinds = written.map((schema, index) => {
    const { schema: _, ...kind } = kindFromSchema(schema);
    return { id: exportName(names[index]), ...kind };
  });
  const texts = written.map(
    (schema, index) => `${exportName(names[index])}: ${JSON.stringify(JSON.stringify(schema))},\n`,
  );
  const files = {
    "validators.js": code,
    "validators.d.ts": `${DECLARATIONS}\n${constants("Validator")}`,
    // As text: that is read many times as fast as code, and only for the kinds that are asked for.
    "schemas.js": `const texts = {\n${texts.join("")}};\nexport const schemaOf = (id) => JSON.parse(texts[id]);\n`,
    "schemas.d.ts": `/** A schema as published, as far as it is read at run time; a new copy each time. */
export declare const schemaOf: (id: string) => Readonly<Record<string, unknown>>;
`,
    "kinds.js": `const kinds = ${JSON.stringify(JSON.stringify(kinds))};\nexport const readKinds = () => JSON.parse(kinds);\n`,
    "kinds.d.ts": `import type { KindDefinition } from "../../document/kind.ts";
/** What the schemas say of their kinds; \`id\`: the name of its schema and validator. */
export declare const readKinds: () => readonly (Omit<KindDefinition, "schema"> & { readonly id: KindId })[];
export type KindId = keyof typeof import("./validators.js");
`,
  };
  await mkdir(GENERATED, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(new URL(name, GENERATED), text)));
  return { validators: Buffer.byteLength(code), schemas: Buffer.byteLength(files["schemas.js"]) };
}

/**
 * `kept: {"$ref": …}` is the definition that it refers to, which does not look again at an object that it found valid: our
 * readers give the same objects as long as their text stands, and never change them. What was found is kept by the caller, who
 * hands it in as `this`.
 */
const kept = {
  keyword: "kept",
  schemaType: "object",
  /** @param {import("ajv").KeywordCxt} context */
  code(context) {
    const { gen, data, schema, it } = context;
    const name = `${it.baseId}${schema.$ref}`;
    const valid = gen.name("valid");
    gen.if(not(_`this?.has(${name}, ${data})`), () => {
      context.subschema({ keyword: "kept" }, valid);
      gen.if(valid, () => gen.code(_`this?.add(${name}, ${data})`));
    });
  },
};

/**
 * Ajv makes a function of each definition, and of nothing else: the items of lists become definitions, so that each
 * item is judged on its own, and so do the sections of a document and the lists in them, so that one that did not change
 * is judged as a whole.
 *
 * @param {Record<string, any>} schema
 */
function namedParts(schema) {
  const definitions = { ...schema.definitions };
  const define = (/** @type {string} */ name, /** @type {any} */ definition) => {
    definitions[name] = definition;
    return { kept: { $ref: `#/definitions/${name}` } };
  };
  const visit = (/** @type {any} */ value, /** @type {string} */ path, /** @type {number} */ depth) => {
    if (Array.isArray(value)) return value.map((item, at) => visit(item, `${path}-${at}`, depth));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]) => [name, visit(inner, `${path}-${name}`, depth + 1)]);
    const copy = Object.fromEntries(entries);
    if (copy.items?.type === "object") copy.items = define(`item${path}`, copy.items);
    else if (copy.items?.$ref !== undefined) copy.items = { kept: copy.items };
    // `properties/scope`, and `properties/migrations/properties/database` with the section around it.
    const isList = copy.items?.kept !== undefined && (depth === 2 || depth === 4);
    const holdsLists =
      depth === 2 && Object.values(copy.properties ?? {}).some(({ kept }) => kept?.$ref.includes("/part-"));
    return isList || holdsLists ? define(`part${path}`, copy) : copy;
  };
  const { definitions: own = {}, ...rest } = schema;
  const named = visit(rest, "", 0);
  for (const [name, definition] of Object.entries(own)) definitions[name] = visit(definition, `-${name}`, 5);
  return { ...named, definitions };
}

/**
 * Ajv writes whole definitions into the code where a keyword needs them; prose has no business there.
 *
 * @template T
 * @param {T} schema
 * @returns {T}
 */
function withoutAnnotations(schema, key = "") {
  if (Array.isArray(schema)) return schema.map((item) => withoutAnnotations(item));
  if (typeof schema !== "object" || schema === null) return schema;
  const named = key === "properties" || key === "definitions" || key === "patternProperties" || key === "dependencies";
  const entries = Object.entries(schema)
    .filter(([name]) => named || !ANNOTATIONS.has(name))
    .map(([name, value]) => (!named && name === "format" ? formatTest(value) : [name, value]));
  return Object.fromEntries(entries.map(([name, value]) => [name, withoutAnnotations(value, named ? "" : name)]));
}

/**
 * Formats without a library: an address has no spaces, unless it is a path; a date is a rule's business.
 *
 * @param {string} format
 * @returns {[string, unknown]}
 */
const formatTest = (format) => (format === "uri-reference" ? ["pattern", "^\\S+$|/"] : ["format", format]);

/** @param {{ "x-release-docs"?: { format?: string } }} schema */
const isMarkdown = (schema) => schema["x-release-docs"]?.format === "markdown";

/**
 * What a Markdown schema asks of an author. Types need no test: our reader makes the data, so that a section is never
 * anything but a section.
 *
 * @template T
 * @param {T} schema
 * @returns {T}
 */
function onlyDemands(schema, key = "") {
  if (Array.isArray(schema)) return schema.map((item) => onlyDemands(item));
  if (typeof schema !== "object" || schema === null) return schema;
  const named = key === "properties";
  const entries = Object.entries(schema)
    .filter(([name]) => named || !(ANNOTATIONS.has(name) || GUARANTEED.has(name)))
    .map(([name, value]) => [name, onlyDemands(value, named ? "" : name)])
    .filter(([, value]) => typeof value !== "object" || Object.keys(value).length > 0);
  return Object.fromEntries(entries);
}

/**
 * A Markdown schema without what only its readers on paper need: how the data is built, which our reader knows, and
 * examples of it. Sections and fields keep their descriptions, for completion and hover.
 *
 * @template T
 * @param {T} schema
 * @returns {T}
 */
function withoutShapes(schema, key = "") {
  if (Array.isArray(schema)) return schema.map((item) => withoutShapes(item));
  if (typeof schema !== "object" || schema === null || key === "x-release-docs") return schema;
  const named = key === "properties";
  const written = named || "x-release-docs" in schema || schema.type === "string";
  const entries = Object.entries(schema)
    .filter(([name]) => named || !(SHAPES.has(name) || (!written && PROSE.has(name))))
    .filter(([name]) => named || name !== "examples" || schema.type === "string")
    .map(([name, value]) => [name, withoutShapes(value, named ? "" : name)]);
  return Object.fromEntries(entries);
}

const SHAPES = new Set(["$schema", "additionalProperties", "definitions"]);
const PROSE = new Set(["title", "description"]);
const GUARANTEED = new Set(["$schema", "$ref", "additionalProperties", "definitions", "items", "type"]);
const ANNOTATIONS = new Set(["title", "description", "examples", "default", "x-release-docs"]);

/** @param {string} file `release-manifest.schema.json` */
const exportName = (file) => file.replace(/\.schema\.json$/, "").replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sizes = Object.entries(await compileValidators());
  console.log(sizes.map(([what, size]) => `${what}: ${(size / 1024).toFixed(1)} KB minified`).join(", "));
}
