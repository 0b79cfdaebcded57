// Writes the tables that stand in pages for readers, each between its markers `<!-- NAME:start -->` and `<!-- NAME:end -->`:
// snippets, settings, keys of the configuration. With --check it writes nothing and fails on a difference.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { configurationKeys, settings } from "./tables/configuration.mjs";
import { snippets, snippetsByTopic } from "./tables/snippets.mjs";

const check = process.argv.includes("--check");
const root = join(import.meta.dirname, "..");

/** The page, the name of its markers, and what stands between them. */
const tables = [
  ["README.md", "snippets", snippetsByTopic],
  ["docs/snippets.md", "snippets", snippets],
  ["docs/configuration.md", "keys", configurationKeys],
  ["docs/configuration.md", "settings", settings],
];

for (const [page, name, make] of tables) {
  const file = join(root, page);
  const text = readFileSync(file, "utf8");
  const wanted = between(text, name, make(root), page);
  const changed = wanted !== text;
  if (check && changed) {
    console.error(`${page} is not up to date: run npm run docs`);
    process.exitCode = 1;
  } else if (changed) writeFileSync(file, wanted);
  console.log(`${page}, ${name}: ${changed ? "changed" : "up to date"}`);
}

/**
 * @param {string} text
 * @param {string} name
 * @param {string} table
 * @param {string} page
 */
function between(text, name, table, page) {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${page} needs the lines ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`;
}
