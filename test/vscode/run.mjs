import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { temporaryFolder } from "../../scripts/vscode-host/at-exit.mjs";
import { builtExtension } from "../../scripts/vscode-host/built-extension.mjs";
import { runOrSkip } from "../../scripts/vscode-host/missing-requirement.mjs";
import { runElectron } from "./hosts/electron.mjs";
import { runEmbedded, runWeb } from "./hosts/embedded.mjs";
import { createReport } from "./report.mjs";
import { copyWorkspace } from "./workspace-copy.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HOSTS = new Map([
  ["embedded", runEmbedded],
  ["electron", runElectron],
  ["web", runWeb],
]);
const USAGE = `node test/vscode/run.mjs [--host embedded|electron|web] [--grep PATTERN] [--verbose]
  [--extension FOLDER] [--workspace FOLDER] [--suite FILE]
  [--vsix FILE] (embedded)  [--restricted] (embedded, web)  [--vscode VERSION] (electron)`;

const { values: options } = parseArgs({
  options: {
    host: { type: "string", default: "embedded" },
    grep: { type: "string", default: "" },
    extension: { type: "string", default: ROOT },
    workspace: { type: "string", default: join(ROOT, "examples") },
    suite: { type: "string", default: join(ROOT, "test/vscode/suite/index.ts") },
    vsix: { type: "string" },
    vscode: { type: "string", default: "stable" },
    restricted: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});

const runInHost = HOSTS.get(options.host);
const vsixElsewhere = options.vsix && options.host !== "embedded";
const restrictedElectron = options.restricted && options.host === "electron"; // `runTests` always trusts.
if (!runInHost || vsixElsewhere || restrictedElectron) {
  console.error(USAGE);
  process.exit(2);
}

await runOrSkip("Editor tests", async () => {
  const bundle = await bundleSuite();
  const report = createReport({ bundle, verbose: options.verbose });
  const workspace = await copyWorkspace(options.workspace);
  try {
    const code = await runInHost({
      extension: options.vsix
        ? await emptyExtension()
        : builtExtension(options.extension, options.host === "web" ? "browser" : "main"),
      bundle,
      workspace: workspace.path,
      vsix: options.vsix ? [resolve(options.vsix)] : [],
      trust: !options.restricted,
      version: options.vscode,
      onLine: report.line,
    });
    return report.close(code);
  } finally {
    await workspace.remove();
  }
});

/** The suite as one CommonJS script; `require` in a web worker knows only `vscode`. */
async function bundleSuite() {
  const outfile = join(ROOT, "dist", "test", options.host, "suite.js");
  await build({
    entryPoints: [resolve(options.suite)],
    outfile,
    bundle: true,
    format: "cjs",
    platform: options.host === "web" ? "browser" : "node",
    target: "es2022",
    external: ["vscode"],
    sourcemap: true,
    define: {
      TEST_HOST: JSON.stringify(options.host),
      TEST_GREP: JSON.stringify(options.grep),
      RACE_BOXES: String(Number(process.env.RACE_BOXES ?? 200)),
    },
    logLevel: "warning",
  });
  return outfile;
}

/** Tests of a packed extension still need one under development to hang on. */
async function emptyExtension() {
  const { path } = await temporaryFolder("release-docs-nothing-");
  const manifest = { name: "nothing", publisher: "test", version: "0.0.1", engines: { vscode: "*" } };
  await writeFile(join(path, "package.json"), JSON.stringify(manifest));
  return path;
}
