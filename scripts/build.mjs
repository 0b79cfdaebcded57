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
 * What is needed only now and then, in files of its own that all bundles but those of the extension share: parsers for what our
 * own readers leave to them, schemas, validators. Each is read when the first of its functions is called.
 */
const shared = [
  { name: "yaml", filter: /^yaml$/, entry: "./node_modules/yaml/browser/dist/index.js" },
  { name: "markdown-it", filter: /^markdown-it$/ },
  { name: "piscina", filter: /^piscina$/ },
  { name: "kinds", filter: /\/generated\/kinds\.js$/, source: "./server/src/schema/generated/kinds.js" },
  { name: "schemas", filter: /\/generated\/schemas\.js$/, source: "./server/src/schema/generated/schemas.js" },
  { name: "validators", filter: /\/generated\/validators\.js$/, source: "./server/src/schema/generated/validators.js" },
];
/** Parts of Node that few calls need, and that take as long to load as all the rules. */
const builtInWhenCalled = ["node:crypto", "node:child_process", "node:fs/promises"];
/** The schema compiler and its engine for patterns are needed only for schemas that a team brings itself. */
const schemaCompiler = {
  name: "schema-compiler",
  setup({ onResolve }) {
    onResolve({ filter: /^(?:ajv|re2js)$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: `./${path}.js`, external: true } : undefined,
    );
  },
};
const readWhenCalled = {
  name: "read-when-called",
  setup({ onResolve, onLoad }) {
    for (const { name, filter } of shared) onResolve({ filter }, () => ({ path: name, namespace: "when-called" }));
    onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
      namespace === "file" && builtInWhenCalled.includes(path) ? { path, namespace: "when-called" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "when-called" }, async ({ path }) => ({
      contents: await stubOf(shared.find(({ name }) => name === path) ?? { name: path, address: path }),
      resolveDir: root,
    }));
    onResolve({ filter: /^shared:/ }, ({ path }) => ({ path: `./${path.slice("shared:".length)}.js`, external: true }));
  },
};

/** A module as an address: what is generated for bundlers says nowhere that it is a module. */
const asAddress = (file) => `data:text/javascript;base64,${readFileSync(file).toString("base64")}`;

/** A module of functions that read the real one, and call its functions. */
async function stubOf({ name, source = name, address = `shared:${name}` }) {
  const real = await import(source.includes("/generated/") ? asAddress(resolve(root, source)) : source);
  const lines = Object.entries(real).map(([key, value]) => {
    const exported = key === "default" ? "export default" : `export const ${key} =`;
    if (typeof value !== "function") return "";
    return `${exported} /* @__PURE__ */ called(${JSON.stringify(key)});`;
  });
  return `let real;
const read = () => (real ??= require("${address}"));
/* @__NO_SIDE_EFFECTS__ */
const called = (name) => {
  function call(...given) {
    return new.target === undefined ? read()[name].apply(this, given) : Reflect.construct(read()[name], given);
  }
  Object.defineProperty(call, "errors", { get: () => read()[name].errors });
  return call;
};
${lines.join("\n")}`;
}
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
const engine = { ...node, plugins: [schemaCompiler, readWhenCalled], supported: { "dynamic-import": false } };

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
      plugins: [schemaCompiler, readWhenCalled, rawText],
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
  { name: "ajv", source: 'export { Ajv } from "ajv";', options: anywhere },
  { name: "re2js", source: 'export { RE2JS } from "re2js";', options: anywhere },
  ...shared.map(({ name, entry, source = entry ?? name }) => ({
    name,
    // In strict modules, each in one scope: what is in wrappers of its own is slow to load.
    source: `export * from "${source}";${["markdown-it", "piscina"].includes(name) ? ` export { default } from "${source}";` : ""}`,
    options: name === "piscina" ? node : anywhere,
  })),
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
