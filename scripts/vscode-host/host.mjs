import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { atExit, temporaryFolder } from "./at-exit.mjs";
import { ensureHost } from "./install.mjs";
import { CALM_SETTINGS } from "./settings.mjs";

/** No extension gallery: what runs here comes from this machine. */
const ENVIRONMENT = { ...process.env, EXTENSIONS_GALLERY: "{}" };

/**
 * @typedef {object} HostOptions
 * @property {Record<string, unknown>} [settings] user settings; the calm ones by default
 * @property {readonly string[]} [vsix] packages to install before the start
 * @property {boolean} [trust] false starts in Restricted Mode (workspace trust is asked for); true by default
 *
 * @typedef {object} Host
 * @property {number} port
 * @property {string} token the connection token a browser passes as `tkn`
 * @property {Promise<never>} died rejects with the log when the server ends before `stop`
 * @property {() => Promise<void>} stop ends the server and all it started, and removes its folder
 */

/**
 * Starts the embedded VS Code server on a free port of this machine; answers once it listens.
 *
 * @param {HostOptions} [options]
 * @returns {Promise<Host>}
 */
export async function startHost({ settings = CALM_SETTINGS, vsix = [], trust = true } = {}) {
  const { node, server } = await ensureHost();
  const folder = await temporaryFolder("release-docs-host-");
  try {
    const userFolder = join(folder.path, "data", "User");
    await mkdir(userFolder, { recursive: true });
    await writeFile(join(userFolder, "settings.json"), JSON.stringify(settings));
    const base = [server, "--accept-server-license-terms", "--disable-telemetry", "--server-data-dir", folder.path];
    for (const file of vsix) await installExtension(node, [...base, "--install-extension", file, "--force"]);

    const token = randomUUID();
    const args = [...base, "--host", "127.0.0.1", "--port", "0", "--connection-token", token];
    // Without the smoke test driver the workbench ignores the development options in its address.
    args.push("--enable-smoke-test-driver", ...(trust ? ["--disable-workspace-trust"] : []));
    const running = launch(node, args);
    const port = await Promise.race([running.port, running.died]);
    const stop = async () => {
      await running.stop();
      await folder.remove();
    };
    return { port, token, died: running.died, stop };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

/** @param {string} node @param {string[]} args */
async function installExtension(node, args) {
  const child = spawn(node, args, { stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The extension could not be installed (${code}).\n${errors}`);
}

/**
 * The server leads a process group of its own, so that its extension hosts end with it.
 *
 * @param {string} node @param {string[]} args
 */
function launch(node, args) {
  const child = spawn(node, args, { stdio: ["ignore", "pipe", "pipe"], detached: true, env: ENVIRONMENT });
  const killGroup = () => {
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      // The group has ended already.
    }
  };
  const withdraw = atExit(killGroup);

  /** @type {string[]} */
  const log = [];
  let stopping = false;
  const closed = new Promise((resolve) => child.once("close", resolve));
  const died = new Promise((_, reject) => {
    child.once("error", reject);
    child.once("close", (code) => stopping || reject(new Error(`The server ended (${code}).\n${log.join("\n")}`)));
  });
  died.catch(() => {}); // Observed by those who wait for something else.

  createInterface({ input: child.stderr }).on("line", (line) => log.push(line));
  const port = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      log.push(line);
      const listening = /^Extension host agent listening on (\d+)/.exec(line);
      if (listening) resolve(Number(listening[1]));
    });
  });
  const stop = async () => {
    stopping = true;
    killGroup();
    await closed;
    withdraw();
  };
  return { port: /** @type {Promise<number>} */ (port), died: /** @type {Promise<never>} */ (died), stop };
}
