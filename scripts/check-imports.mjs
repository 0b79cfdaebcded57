// Enforces the house: imports run downward only and never in a circle, and what stands below lsp and cli knows no editor, no
// connection and no Node built-in.
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** From the ground up; a layer may import itself and what stands before it. */
const layers = [
  "text",
  "words",
  "document",
  "schema",
  "stage",
  "workspace",
  "rules",
  "verdict",
  "convert",
  "engine",
  "language",
  "render",
  "lsp",
  "cli",
];
/** The two that wire: they do not know each other, and of the rest only what these offer, each in its `index.ts`. */
const hosts = ["lsp", "cli"];
const faces = ["convert", "engine", "language", "render"];
/** Types alone, named where they stand, since the client takes them from here, and the page's script from the client. */
const protocol = join("lsp", "protocol.ts");
const foreign = new Set(["vscode", "vscode-languageserver", "vscode-languageclient", ...builtinModules]);

const sources = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));

const server = join(root, "server", "src");
const layerOf = (file) => relative(server, file).split(sep)[0] ?? "";
const level = (layer) => layers.indexOf(layer);

const problems = [];
const imports = (file) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import) ?\(?"([^"]+)"/g)].map(([, name]) => name);

for (const file of sources(server)) {
  const from = layerOf(file);
  const here = relative(root, file);
  if (level(from) === -1) problems.push(`${here}: ${from} is no part of the house`);
  for (const name of imports(file)) {
    if (!name.startsWith(".")) {
      const module = name.replace(/^node:/, "");
      const bare = module.split("/", module.startsWith("@") ? 2 : 1).join("/");
      const isForeign = foreign.has(bare) || name.startsWith("node:");
      if (isForeign && !hosts.includes(from)) problems.push(`${here}: ${from} must not import ${name}`);
      continue;
    }
    const target = normalize(join(dirname(file), name));
    if (!target.startsWith(server)) {
      const shared = target.startsWith(join(root, "schemas")) || target.startsWith(join(root, "snippets"));
      if (!shared && target !== join(root, "package.json")) problems.push(`${here}: ${name} leaves the server`);
      continue;
    }
    const to = layerOf(target);
    const isSibling = to !== from && hosts.includes(to) && hosts.includes(from);
    const isFace = faces.includes(to) && target === join(server, to, "index.ts");
    if (hosts.includes(from) && to !== from && !isFace && !file.endsWith(protocol)) {
      problems.push(`${here}: ${from} knows ${faces.join(", ")} alone, each by its index.ts, not ${name}`);
    } else if (isFace && !hosts.includes(from)) {
      problems.push(`${here}: the faces are for ${hosts.join(" and ")}; name what you need where it stands`);
    } else if (level(to) > level(from) || isSibling) problems.push(`${here}: ${from} must not import ${to} (${name})`);
  }
}

/** The protocol, what tells a document that may be ours without reading it, and what keeps texts and paths of authors within bounds. */
const known = new Set(
  [
    "lsp/protocol.ts",
    "lsp/settings.ts",
    "text/markdown/escape-markdown.ts",
    "text/markdown/first-heading.ts",
    "text/markdown/front-matter-span.ts",
    "text/line-feeds.ts",
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

/** Files that import each other, however long the way around: each circle once (Tarjan). */
function circles(files) {
  const targets = new Map(
    files.map((file) => [
      file,
      imports(file)
        .filter((name) => name.startsWith("."))
        .map((name) => normalize(join(dirname(file), name))),
    ]),
  );
  const found = [];
  const order = new Map();
  const lowest = new Map();
  const open = [];
  const visit = (file) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file));
    open.push(file);
    for (const target of targets.get(file) ?? []) {
      if (!targets.has(target)) continue;
      if (!order.has(target)) visit(target);
      if (open.includes(target)) lowest.set(file, Math.min(lowest.get(file), lowest.get(target)));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) found.push(circle);
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}

const found = circles([...sources(server), ...sources(join(root, "client", "src"))]);
for (const circle of found) problems.push(`a circle: ${circle.map((file) => relative(root, file)).join(", ")}`);

for (const problem of problems) console.error(problem);
console.log(`${layers.join(" < ")}: ${problems.length - found.length} imports run upward, ${found.length} circles`);
process.exitCode = problems.length === 0 ? 0 : 1;
