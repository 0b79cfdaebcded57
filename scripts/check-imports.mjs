// Enforces the house: imports run downward only, and the engine knows no editor, no connection and no Node built-in.
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** From the ground up; a layer may import itself and what stands before it. */
const layers = [
  ["document"],
  ["schema"],
  ["stage"],
  ["workspace"],
  ["rules"],
  ["verdict"],
  ["language", "render"],
  ["service"],
  ["lsp", "cli"],
];
const engine = new Set(layers.slice(0, -1).flat());
const level = new Map(layers.flatMap((names, index) => names.map((name) => [name, index])));
const foreign = new Set(["vscode", "vscode-languageserver", "vscode-languageclient", ...builtinModules]);

const sources = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));

const layerOf = (file) => {
  const [first = "", second] = relative(join(root, "server", "src"), file).split(sep);
  return second === undefined ? first.replace(/\.ts$/, "") : first;
};

const problems = [];
const imports = (file) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import) ?\(?"([^"]+)"/g)].map(([, name]) => name);

for (const file of sources(join(root, "server", "src"))) {
  const from = layerOf(file);
  const here = relative(root, file);
  if (!level.has(from)) problems.push(`${here}: ${from} is no part of the house`);
  for (const name of imports(file)) {
    if (!name.startsWith(".")) {
      const module = name.replace(/^node:/, "");
      const bare = module.startsWith("@") ? module.split("/").slice(0, 2).join("/") : module.split("/")[0];
      if (engine.has(from) && (foreign.has(bare) || name.startsWith("node:"))) {
        problems.push(`${here}: ${from} must not import ${name}`);
      }
      continue;
    }
    const target = normalize(join(dirname(file), name));
    if (!target.startsWith(join(root, "server", "src"))) {
      const shared = target.startsWith(join(root, "schemas")) || target.startsWith(join(root, "snippets"));
      if (!shared && target !== join(root, "package.json")) problems.push(`${here}: ${name} leaves the server`);
      continue;
    }
    const to = layerOf(target);
    if ((level.get(to) ?? Number.POSITIVE_INFINITY) > (level.get(from) ?? -1))
      problems.push(`${here}: ${from} must not import ${to} (${name})`);
    if (level.get(to) === level.get(from) && to !== from)
      problems.push(`${here}: ${from} must not import its sibling ${to}`);
  }
}

/** The protocol, what tells a document that may be ours without reading it, and what keeps texts and paths of authors within bounds. */
const known = new Set(
  [
    "lsp/protocol.ts",
    "document/escape-markdown.ts",
    "document/first-heading.ts",
    "document/front-matter-span.ts",
    "document/line-feeds.ts",
    "document/may-declare.ts",
    "document/shown-title.ts",
    "workspace/bounds.ts",
  ].map((path) => join(root, "server", "src", path)),
);
for (const file of sources(join(root, "client", "src"))) {
  for (const name of imports(file)) {
    const target = normalize(join(dirname(file), name));
    if (name.startsWith(".") && !target.startsWith(join(root, "client")) && !known.has(target)) {
      problems.push(
        `${relative(root, file)}: the client knows the protocol and what tells our documents alone, not ${name}`,
      );
    }
  }
}

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "imports run downward" : `${problems.length} imports run the wrong way`);
process.exitCode = problems.length === 0 ? 0 : 1;
