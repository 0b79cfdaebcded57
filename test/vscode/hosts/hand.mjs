import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { webview } from "../../../scripts/vscode-host/workbench.mjs";

const MARK = "[release-docs-hand]";

/**
 * What a test in the editor may ask of the browser that the editor runs in: `click` what a selector names in the webview, or
 * `clickOutside` what it names in the workbench,
 * `press` a key there, `evaluate` an expression there, tell the requests and errors that the page has `seen` so far, or what `axe` finds wrong with the webview.
 *
 * @typedef {{ id: string, do: "click" | "clickOutside" | "press" | "evaluate" | "seen" | "axe", with?: string }} Asked
 */

/**
 * Lends the tests a hand. They ask by a line of output (`test/vscode/suite/hand.ts`); the answer is a file in the workspace,
 * which they watch.
 *
 * @param {import('playwright-core').Page} page
 * @param {Pick<import('./embedded.mjs').SuiteRun, "workspace" | "onLine">} run
 * @returns {(line: string) => void} takes the lines of the editor, and passes on those that ask nothing
 */
export function lendHand(page, { workspace, onLine }) {
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
    if (action === "press") {
      await content.locator("body").click({ position: { x: 2, y: 2 } });
      return page.keyboard.press(what);
    }
    if (action === "axe") return violations(content);
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
  }

  return (line) => {
    const at = line.indexOf(MARK);
    if (at < 0) onLine(line);
    else answer(JSON.parse(line.slice(at + MARK.length))).catch((error) => onLine(`The hand failed: ${error}`));
  };
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
