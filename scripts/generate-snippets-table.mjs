// Writes the table of snippet prefixes in docs/snippets.md, between its markers. With --check it writes nothing and fails on a difference.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const check = process.argv.includes("--check");
const root = join(import.meta.dirname, "..");
const page = join(root, "docs", "snippets.md");

/** What the table lists: a heading, and the snippet file below it. */
const listed = [
  ["In a manifest (`release-manifest`)", "release-manifest.code-snippets.json"],
  ["In Markdown (`markdown`)", "markdown.json"],
];

/** @param {string} file */
function tableOf(file) {
  const snippets = Object.entries(JSON.parse(readFileSync(join(root, "snippets", file), "utf8")));
  const rows = snippets.map(([name, { prefix, description }]) => `| \`${prefix}\` | ${name} | ${description} |`).sort();
  return ["| prefix | inserts | what it is for |", "| --- | --- | --- |", ...rows].join("\n");
}

const start = "<!-- snippets:start -->";
const end = "<!-- snippets:end -->";
const text = readFileSync(page, "utf8");
const from = text.indexOf(start);
const to = text.indexOf(end);
if (from < 0 || to < from) throw new Error(`docs/snippets.md needs the lines ${start} and ${end}`);

const tables = listed.map(([heading, file]) => `## ${heading}\n\n${tableOf(file)}\n`).join("\n");
const wanted = `${text.slice(0, from + start.length)}\n\n${tables}\n${text.slice(to)}`;
const changed = wanted !== text;
if (check) {
  if (changed) console.error("docs/snippets.md is not up to date: run npm run docs");
  process.exitCode = changed ? 1 : 0;
} else if (changed) writeFileSync(page, wanted);
console.log(`docs/snippets.md ${changed ? "changed" : "up to date"}`);
