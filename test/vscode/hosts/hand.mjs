import { existsSync } from "node:fs";
import { mkdir, rename, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { webview } from "../../../scripts/vscode-host/workbench.mjs";
import { act as take } from "../steps.mjs";

const MARK = "[release-docs-hand]";

/**
 * What a test in the editor may ask of the browser that the editor runs in: `click` or `see` what a selector names in the webview,
 * `press` a key there, `evaluate` an expression there, tell the requests and errors that the page has `seen` so far, or what `axe`
 * finds wrong with the webview. In the workbench around it: `look` for what a selector names (the words or values of all, once there is
 * one), or `clickOutside` what it names. Elsewhere: `visit` a file of the workspace as a page of its own, or
 * take steps in a `window` of its own on the same workspace (the words of the webview at the end).
 *
 * @typedef {{ id: string, do: "click" | "clickOutside" | "see" | "press" | "evaluate" | "seen" | "axe" | "look" | "visit" | "window", with?: string }} Asked
 */

/**
 * Lends the tests a hand. They ask by a line of output (`test/vscode/suite/hand.ts`); the answer is a file in the workspace,
 * which they watch.
 *
 * @param {import('playwright-core').Page} page
 * @param {Pick<import('./embedded.mjs').SuiteRun, "workspace" | "onLine">} run
 * @param {() => string} address of another window on the workspace
 * @returns {(line: string) => void} takes the lines of the editor, and passes on those that ask nothing
 */
export function lendHand(page, { workspace, onLine }, address) {
  const folder = join(workspace, ".hand");
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const errors = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("dialog", (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });

  /** @param {Asked} asked */
  async function act({ do: action, with: what = "" }) {
    const content = webview(page);
    if (action === "click") return content.locator(what).first().click();
    if (action === "clickOutside") return page.locator(what).first().click();
    if (action === "see") return content.locator(what).first().waitFor({ state: "attached" });
    if (action === "press") {
      await content.locator("body").click({ position: { x: 2, y: 2 } });
      return page.keyboard.press(what);
    }
    if (action === "axe") return violations(content);
    if (action === "look") return wordsOf(page, what);
    if (action === "visit") return visit(page, join(workspace, what));
    if (action === "window") return inWindow(page, address, JSON.parse(what));
    if (action === "evaluate") return content.locator("body").evaluate(what);
    return { requests: requests.splice(0), errors: errors.splice(0) };
  }

  /** @param {Asked} asked */
  async function answer(asked) {
    const answer = await act(asked).then(
      (value) => ({ value }),
      (error) => ({ error: String(error) }),
    );
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${asked.id}.json`);
    await writeFile(`${file}.part`, JSON.stringify(answer));
    await rename(`${file}.part`, file);
    await repeat(file);
  }

  return (line) => {
    const at = line.indexOf(MARK);
    if (at < 0) onLine(line);
    else answer(JSON.parse(line.slice(at + MARK.length))).catch((error) => onLine(`The hand failed: ${error}`));
  };
}

/**
 * Touches a file until it is read and removed: an editor that is busy misses what its watcher says.
 *
 * @param {string} file
 */
async function repeat(file) {
  for (let times = 0; times < 60 && existsSync(file); times++) {
    await setTimeout(1000);
    await utimes(file, new Date(), new Date()).catch(() => undefined);
  }
}

/**
 * @param {import('playwright-core').FrameLocator} content
 * @returns {Promise<string[]>} what breaks a rule of accessibility: the rule and an element
 */
async function violations(content) {
  const { default: axe } = await import("axe-core");
  await content.locator("body").evaluate(axe.source);
  const found = await content.locator("body").evaluate("axe.run().then(({ violations }) => violations)");
  return /** @type {import('axe-core').Result[]} */ (found).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 * @returns {Promise<string[]>} the value of each field, the words of all else
 */
async function wordsOf(page, selector) {
  await page.locator(selector).first().waitFor();
  const text = (/** @type {Element[]} */ found) =>
    found.map((element) => (element instanceof HTMLInputElement ? element.value : (element.textContent ?? "")));
  return page.locator(selector).evaluateAll(text);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} file
 * @returns {Promise<{ title: string, requests: string[], errors: string[] }>} what a browser makes of it: what it asked for besides
 */
async function visit(page, file) {
  const visitor = await browserOf(page).newPage();
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const errors = [];
  visitor.on("request", (request) => requests.push(request.url()));
  visitor.on("pageerror", (error) => errors.push(String(error)));
  visitor.on("console", (message) => errors.push(message.text()));
  try {
    await visitor.goto(pathToFileURL(file).href, { waitUntil: "networkidle" });
    return { title: await visitor.title(), requests: requests.slice(1), errors };
  } finally {
    await visitor.close();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {() => string} address
 * @param {readonly import('../steps.mjs').Step[]} steps
 * @returns {Promise<string>} what stands in the webview at the end
 */
async function inWindow(page, address, steps) {
  const other = await browserOf(page).newPage({ viewport: page.viewportSize() });
  try {
    await other.goto(address());
    for (const step of steps) {
      await take(other, step).catch((error) => {
        throw new Error(`${JSON.stringify(step)}: ${error}`);
      });
    }
    return (await webview(other).locator("#page").textContent()) ?? "";
  } finally {
    await other.close();
  }
}

/** @param {import('playwright-core').Page} page */
function browserOf(page) {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page has no browser of its own.");
  return browser;
}
