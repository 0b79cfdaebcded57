// Bundles the extension, the server and the command into dist/, minified, with source maps beside the bundles.
// Options: --development (readable, source maps linked), --watch (the same, and rebuilt on change).
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const watch = process.argv.includes("--watch");
const development = watch || process.argv.includes("--development");

/** What runs in Node: the oldest Node that we promise. */
const node = { platform: "node", format: "cjs", target: "node20" };
/** What runs in a browser's worker. */
const worker = { platform: "browser", target: "es2022" };

/**
 * The schema compiler is needed only for schemas that a team brings itself: a file of its own, read then. A web worker
 * cannot read one, so there it stays inside.
 */
const schemaCompiler = {
  name: "schema-compiler",
  setup({ onResolve }) {
    onResolve({ filter: /^ajv$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./ajv.js", external: true } : undefined,
    );
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
const engine = { ...node, plugins: [schemaCompiler] };

const bundles = [
  { name: "extension", entry: "client/src/extension.ts", options: { ...node, external: ["vscode"] } },
  {
    name: "extension-web",
    entry: "client/src/extension-web.ts",
    options: { ...worker, format: "cjs", external: ["vscode"] },
  },
  { name: "server", entry: "server/src/lsp/node.ts", options: engine },
  { name: "server-web", entry: "server/src/lsp/browser.ts", options: { ...worker, format: "iife" } },
  {
    name: "cli",
    entry: "server/src/cli/main.ts",
    options: {
      ...engine,
      plugins: [schemaCompiler, rawText],
      loader: { ".md": "text", ".yaml": "text" },
      banner: { js: "#!/usr/bin/env node" },
    },
    executable: true,
  },
  { name: "webview/preview", entry: "client/webview/preview.ts", options: { ...worker, format: "iife" } },
  { name: "index", entry: "server/src/service.ts", options: engine },
  { name: "ajv", source: 'export { Ajv } from "ajv";', options: node },
];

/** Options of one bundle. One copy of each dependency, as modules where there are modules, so that unused code falls away. */
function optionsFor({ name, entry, source, options }) {
  return {
    absWorkingDir: root,
    ...(source === undefined ? { entryPoints: [entry] } : { stdin: { contents: source, resolveDir: root } }),
    outfile: `dist/${name}.js`,
    bundle: true,
    minify: !development,
    sourcemap: development ? "linked" : "external",
    legalComments: "none",
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
  writeFileSync(resolve(root, "dist/meta.json"), JSON.stringify({ inputs, outputs }));
  for (const [path, { bytes }] of Object.entries(outputs)) {
    if (path.endsWith(".js")) console.log(`${path.padEnd(24)} ${(bytes / 1024).toFixed(1).padStart(8)} KB`);
  }
}

function finish({ name, executable }) {
  if (executable) chmodSync(resolve(root, `dist/${name}.js`), 0o755);
}

const validators = resolve(root, "scripts/compile-validators.mjs");
if (existsSync(validators)) execFileSync(process.execPath, [validators], { cwd: root, stdio: "inherit" });

const present = bundles.filter(({ name, entry }) => {
  const found = entry === undefined || existsSync(resolve(root, entry));
  if (!found) console.log(`dist/${name}.js is skipped: there is no ${entry}`);
  return found;
});

rmSync(resolve(root, "dist"), { recursive: true, force: true });
mkdirSync(resolve(root, "dist"), { recursive: true });
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
