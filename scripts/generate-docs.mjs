// Writes what is generated from the sources: the rule pages. With --check it writes nothing and fails on a difference.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleModule } from "./bundle-module.mjs";

const check = process.argv.includes("--check");
const folder = join(import.meta.dirname, "..", "docs", "rules");

const { rules } = await bundleModule("server/src/rules/registry.ts");
const { ruleIndex, rulePage, pageName } = await bundleModule("server/src/rules/rule-page.ts");

const pages = new Map(rules.map((rule) => [pageName(rule.id), rulePage(rule)]));
pages.set("README.md", ruleIndex(rules));

const present = new Map();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) present.set(name, readFileSync(join(folder, name), "utf8"));

const stale = [...present.keys()].filter((name) => !pages.has(name));
const changed = [...pages].filter(([name, text]) => present.get(name) !== text);
if (check) {
  for (const name of [...stale, ...changed.map(([name]) => name)])
    console.error(`docs/rules/${name} is not up to date: run npm run docs`);
  process.exitCode = stale.length + changed.length > 0 ? 1 : 0;
} else {
  for (const name of stale) rmSync(join(folder, name));
  for (const [name, text] of changed) writeFileSync(join(folder, name), text);
}
console.log(`${pages.size} pages, ${changed.length} changed, ${stale.length} stale`);
