// Bundles the extension, the server and the command into dist/, minified, with source maps beside the bundles.
// Options: --development (readable, source maps linked), --watch (the same, and rebuilt on change), --out FOLDER (not dist/).
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";
import { thirdPartyNotices } from "./third-party-notices.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const watch = process.argv.includes("--watch");
const development = watch || process.argv.includes("--development");
const out = process.argv.includes("--out") ? (process.argv[process.argv.indexOf("--out") + 1] ?? "") : "dist";

// First of all: the bundles are made of what it writes.
const validators = resolve(root, "scripts/compile-validators.mjs");
if (existsSync(validators)) execFileSync(process.execPath, [validators], { cwd: root, stdio: "inherit" });

/** What runs in Node: the oldest Node that we promise. */
const node = { platform: "node", format: "cjs", target: "node20" };
/** What runs in a browser's worker. */
const worker = { platform: "browser", target: "es2022" };

/** What runs in both, as CommonJS. A web worker has one scope for all scripts, so each keeps its names to itself. */
const anywhere = {
  ...node,
  target: ["node20", "es2022"],
  banner: { js: "((module, require) => {" },
  footer: { js: "})(module, require);" },
};

/**
 * Files of their own that the server, the command and the library share: parsers, schemas, validators, and what is read only when
 * `import()` asks for it, such as the schema compiler that only a team's own schema needs.
 */
const shared = [
  { name: "yaml", filter: /^yaml$/, source: 'export * from "./node_modules/yaml/browser/dist/index.js";' },
  { name: "markdown-it", filter: /^markdown-it$/, source: 'export { default } from "markdown-it";' },
  ...["kinds", "schemas", "validators"].map((name) => ({
    name,
    filter: new RegExp(`/generated/${name}\\.js$`),
    source: `export * from "./server/src/schema/generated/${name}.js";`,
  })),
  { name: "ajv", filter: /^ajv$/, source: 'export { Ajv } from "ajv";' },
  { name: "re2js", filter: /^re2js$/, source: 'export { RE2JS } from "re2js";' },
  { name: "piscina", filter: /^piscina$/, source: 'export { Piscina } from "piscina";', options: node },
];
const besideEachOther = {
  name: "beside-each-other",
  setup({ onResolve }) {
    for (const { name, filter } of shared) onResolve({ filter }, () => ({ path: `./${name}.js`, external: true }));
  },
};
/** `import text from "file?raw"`: a file as text, as Vite has it. */
const rawText = {
  name: "raw-text",
  setup({ onResolve }) {
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.slice(0, -"?raw".length)),
      namespace: "file",
      suffix: "?raw",
    }));
  },
};
/** The server's library brings a patch version of its own; one copy does for both. */
const alias = { "vscode-languageserver-types": resolve(root, "node_modules/vscode-languageserver-types") };
const engine = { ...node, plugins: [besideEachOther], supported: { "dynamic-import": false }, alias };

const bundles = [
  { name: "extension", entry: "client/src/extension.ts", options: { ...node, external: ["vscode"] } },
  {
    name: "extension-web",
    entry: "client/src/extension-web.ts",
    options: { ...worker, format: "cjs", external: ["vscode"] },
  },
  {
    name: "server",
    entry: "server/src/lsp/main.ts",
    options: { ...engine, ...anywhere, conditions: ["module", "browser"] },
  },
  {
    name: "server-web",
    source: 'import { loadInWorker } from "./server/src/lsp/load-in-worker.ts"; loadInWorker("server");',
    options: { ...worker, format: "iife" },
  },
  {
    name: "command",
    entry: "server/src/cli/main.ts",
    options: {
      ...engine,
      plugins: [besideEachOther, rawText],
      loader: { ".md": "text", ".yaml": "text" },
    },
  },
  // What is run. Threads load the command alone.
  {
    name: "cli",
    source: 'require("./command.js").main();',
    options: { ...node, external: ["./command.js"], banner: { js: "#!/usr/bin/env node" } },
    executable: true,
  },
  // The pool of threads starts each with the script of this name beside it; the thread then loads the command.
  {
    name: "worker",
    source: 'require("./node_modules/piscina/dist/worker.js");',
    options: { ...node, external: ["@napi-rs/nice"] },
  },
  { name: "webview/preview", entry: "client/webview/preview.ts", options: { ...worker, format: "iife" } },
  { name: "index", entry: "server/src/engine/service.ts", options: engine },
  ...shared.map(({ name, source, options = anywhere }) => ({ name, source, options })),
];

/** Options of one bundle. One copy of each dependency, as modules where there are modules, so that unused code falls away. */
function optionsFor({ name, entry, source, options }) {
  return {
    absWorkingDir: root,
    ...(source === undefined ? { entryPoints: [entry] } : { stdin: { contents: source, resolveDir: root } }),
    outfile: `${out}/${name}.js`,
    bundle: options.bundle ?? true,
    minify: !development,
    sourcemap: development ? "linked" : "external",
    legalComments: "none",
    charset: "utf8",
    mainFields: ["module", "main"],
    conditions: ["module"],
    metafile: true,
    logLevel: "warning",
    ...options,
  };
}

/** Writes what the bundles consist of, and prints their sizes. */
function report(results) {
  const inputs = Object.assign({}, ...results.map(({ metafile }) => metafile.inputs));
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
  writeFileSync(resolve(root, out, "meta.json"), JSON.stringify({ inputs, outputs }));
  const mapped = Object.keys(outputs).filter((path) => path.endsWith(".map"));
  const maps = mapped.map((path) => JSON.parse(readFileSync(resolve(root, path), "utf8")));
  writeFileSync(resolve(root, out, "ThirdPartyNotices.txt"), thirdPartyNotices(root, outputs, maps));
  for (const [path, { bytes }] of Object.entries(outputs)) {
    if (path.endsWith(".js")) console.log(`${path.padEnd(24)} ${(bytes / 1024).toFixed(1).padStart(8)} KB`);
  }
}

function finish({ name, executable }) {
  if (executable) chmodSync(resolve(root, out, `${name}.js`), 0o755);
}

const present = bundles.filter(({ name, entry }) => {
  const found = entry === undefined || existsSync(resolve(root, entry));
  if (!found) console.log(`dist/${name}.js is skipped: there is no ${entry}`);
  return found;
});

rmSync(resolve(root, out), { recursive: true, force: true });
mkdirSync(resolve(root, out), { recursive: true });
if (watch) {
  for (const bundle of present) {
    const onEnd = { name: "finish", setup: (set) => set.onEnd(({ errors }) => errors.length === 0 && finish(bundle)) };
    const options = optionsFor(bundle);
    await (await context({ ...options, plugins: [...(options.plugins ?? []), onEnd] })).watch();
  }
  console.log("Watching for changes.");
} else {
  const results = await Promise.all(present.map((bundle) => build(optionsFor(bundle))));
  for (const bundle of present) finish(bundle);
  report(results);
}
