import { readFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "./table.mjs";

/**
 * The keys of `.release-docs.yaml`, from its schema.
 * @param {string} root
 */
export function configurationKeys(root) {
  const { properties } = read(root, "schemas/release-docs-config.schema.json");
  return table(
    ["key", "what it says", "example"],
    Object.entries(properties).map(([key, { description, examples }]) => [code(key), description, example(examples)]),
  );
}

/**
 * The settings `releaseDocs.*`, from the extension's manifest, by group.
 * @param {string} root
 */
export function settings(root) {
  return read(root, "package.json")
    .contributes.configuration.map(({ title, properties }) => {
      const rows = Object.entries(properties).map(
        ([key, { markdownDescription, description, default: value, examples }]) => [
          code(key),
          markdownDescription ?? description,
          code(JSON.stringify(value)),
          example(examples),
        ],
      );
      return `### ${title}\n\n${table(["setting", "what it does", "default", "example"], rows)}`;
    })
    .join("\n\n");
}

/**
 * @param {string} root
 * @param {string} file
 */
function read(root, file) {
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``;
}

/** @param {readonly unknown[] | undefined} examples */
function example(examples) {
  return examples === undefined ? "" : code(JSON.stringify(examples[0]));
}
