/**
 * `npm start`: the extension on the example workspace in a real editor; VS Code's own `code` where there is one, else
 * the embedded VS Code in a browser. With `--headless`, the built command's verdicts on the examples instead.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { workbenchUrl } from "./vscode-host/address.mjs";
import { startHost } from "./vscode-host/host.mjs";
import { MissingRequirement } from "./vscode-host/missing-requirement.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const EXAMPLES = join(ROOT, "examples");
const FIRST_FILE = join(EXAMPLES, "checkout-v2.2.0", "release-manifest.yaml");
const COMMAND = join(ROOT, "dist", "cli.js");

const { values: options } = parseArgs({
  options: {
    headless: { type: "boolean", default: false },
    embedded: { type: "boolean", default: false }, // even where `code` is on the PATH
    extension: { type: "string", default: ROOT },
  },
});

try {
  if (options.headless) process.exitCode = await printVerdicts();
  else if (options.embedded || !(await openInCode())) await openEmbedded();
} catch (error) {
  console.error(error instanceof MissingRequirement ? `No editor: ${error.message}\n${error.detail}`.trim() : error);
  process.exitCode = 1;
}

/** @returns {Promise<boolean>} whether the user's own VS Code took it */
async function openInCode() {
  const args = [`--extensionDevelopmentPath=${options.extension}`, EXAMPLES, FIRST_FILE];
  const windows = process.platform === "win32";
  const quoted = windows ? args.map((arg) => `"${arg}"`) : args; // `code` is a batch file there, which needs a shell
  const code = await exitOf(spawn("code", quoted, { stdio: "ignore", shell: windows }));
  if (code === 0) console.log("Opened the examples in VS Code.");
  return code === 0;
}

/** Runs until the server ends or Ctrl+C. */
async function openEmbedded() {
  const host = await startHost();
  const url = workbenchUrl({ ...host, folder: EXAMPLES, file: FIRST_FILE, extension: options.extension });
  console.log(`Release Docs is open on the examples (Ctrl+C ends it):\n\n  ${url}\n`);
  openBrowserTab(url);
  await host.died;
}

/** @param {string} url opened where a desktop can; elsewhere the printed line has to do */
function openBrowserTab(url) {
  const { platform, env } = process;
  if (platform === "linux" && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  /** @type {Partial<Record<NodeJS.Platform, [string, ...string[]]>>} */
  const openers = { darwin: ["open"], win32: ["rundll32", "url.dll,FileProtocolHandler"] };
  const [opener, ...args] = openers[platform] ?? ["xdg-open"];
  const child = spawn(opener, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {}); // The address is on the screen.
  child.unref();
}

/**
 * One line a document. A no-go is an answer, and expected among the examples.
 *
 * @returns {Promise<number>} 0 when the command judged at least one document, 1 otherwise
 */
async function printVerdicts() {
  if (!existsSync(COMMAND)) {
    console.error('dist/cli.js is missing; run "npm run build" first.');
    return 1;
  }
  const args = [COMMAND, "verdict", "--format", "json", "examples"];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  const [output, code] = await Promise.all([child.stdout.setEncoding("utf8").toArray(), exitOf(child)]);
  if (code !== 0 && code !== 1) {
    console.error(
      `The command ended with ${code}: ${code === 2 ? "nothing to judge among the examples" : "it failed"}.`,
    );
    return 1;
  }
  /** @type {{ documents: { path: string, kind: string, stage: string, verdict: string, blockers: unknown[] }[] }} */
  const { documents } = JSON.parse(output.join(""));
  for (const { path, kind, stage, verdict, blockers } of documents) {
    const count = blockers.length === 1 ? "1 blocker" : `${blockers.length} blockers`;
    console.log(`${path}  ${kind}  ${stage}  ${verdict}  ${count}`);
  }
  return documents.some(({ verdict }) => verdict !== "none") ? 0 : 1;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code, -1 when it could not be started
 */
async function exitOf(child) {
  try {
    const [code] = await once(child, "close");
    return code ?? -1;
  } catch {
    return -1;
  }
}
