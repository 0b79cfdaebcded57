import { basename, dirname } from "node:path";
import { workbenchUrl } from "../../../scripts/vscode-host/address.mjs";
import { withSession } from "../../../scripts/vscode-host/session.mjs";
import { TEST_SETTINGS } from "../../../scripts/vscode-host/settings.mjs";
import { startWebWorkerProxy } from "../../../scripts/vscode-host/web-worker-proxy.mjs";
import { lendHand } from "./hand.mjs";

/**
 * @typedef {object} SuiteRun
 * @property {string} extension the folder of the extension under test, an absolute path
 * @property {string} bundle the bundled suite
 * @property {string} workspace the folder to open
 * @property {readonly string[]} vsix packages to install before the start
 * @property {boolean} trust
 * @property {string} version of VS Code; of use to Electron alone
 * @property {(line: string) => void} onLine told what the editor prints
 */

/**
 * The embedded VS Code with its extension host in Node, as on a desktop.
 *
 * @param {SuiteRun} run
 * @returns {Promise<number>} the editor's exit code
 */
export const runEmbedded = (run) =>
  withSession(sessionOptions(run), async ({ host, page }) => {
    const { extension, bundle: tests, workspace: folder } = run;
    const another = () => workbenchUrl({ ...host, folder, extension });
    return visit(page, workbenchUrl({ ...host, folder, extension, tests }), lendHand(page, run, another));
  });

/**
 * The embedded VS Code with its extension host in a web worker, as on vscode.dev.
 *
 * @param {SuiteRun} run
 * @returns {Promise<number>} the editor's exit code
 */
export const runWeb = (run) =>
  withSession(sessionOptions(run), async ({ host, page }) => {
    const { extension, bundle, workspace: folder } = run;
    const tests = { folder: dirname(bundle), script: basename(bundle) };
    const proxy = await startWebWorkerProxy({ port: host.port, extension, tests });
    try {
      const url = workbenchUrl({ ...host, port: proxy.port, folder });
      return await visit(page, url, lendHand(page, run, oneWindow));
    } finally {
      await page.close();
      await proxy.stop();
    }
  });

/** Every window of the worker's host runs the tests. */
const oneWindow = () => {
  throw new Error("There is one window in this host.");
};

/** @param {SuiteRun} run */
const sessionOptions = ({ vsix, trust }) => ({ vsix, trust, settings: TEST_SETTINGS });

/**
 * Opens the workbench and answers its exit code: it calls `codeAutomationLog` for what is logged, and
 * `codeAutomationExit` when the suite's `run()` settles.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {(line: string) => void} onLine
 * @returns {Promise<number>}
 */
async function visit(page, url, onLine) {
  /** @type {Promise<number>} */
  const exited = new Promise((resolve, reject) => {
    const log = (/** @type {string} */ _level, /** @type {unknown[]} */ values) => onLine(values.map(asText).join(" "));
    page.exposeFunction("codeAutomationLog", log).catch(reject);
    page.exposeFunction("codeAutomationExit", resolve).catch(reject);
    page.on("console", (message) => {
      if (message.text().startsWith("No extension host found")) reject(new Error(message.text()));
    });
  });
  const [code] = await Promise.all([exited, page.goto(url)]);
  return code;
}

/** @param {unknown} value */
const asText = (value) => (typeof value === "string" ? value : JSON.stringify(value));
