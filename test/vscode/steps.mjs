import { runCommand, webview } from "../../scripts/vscode-host/workbench.mjs";

/**
 * One thing a person does, or waits to see: `run` a command by its title in the palette; `click` or `see` what a selector names;
 * `press` a key; `type` text; `reload` the window, as its command does: that waits until all is stored. `seeInside` and `clickInside` look into the webview.
 *
 * @typedef {{ run: string } | { click: string } | { see: string } | { seeInside: string } | { clickInside: string }
 *   | { press: string } | { type: string } | { reload: true }} Step
 */

/**
 * Takes a step, once it can be taken.
 *
 * @param {import('playwright-core').Page} page
 * @param {Step} step
 */
export async function act(page, step) {
  if ("run" in step) await runCommand(page, step.run);
  else if ("click" in step) await page.locator(step.click).first().click();
  else if ("see" in step) await page.locator(step.see).first().waitFor();
  else if ("seeInside" in step) await webview(page).locator(step.seeInside).first().waitFor();
  else if ("clickInside" in step) await webview(page).locator(step.clickInside).first().click();
  else if ("press" in step) await page.keyboard.press(step.press);
  else if ("type" in step) await page.keyboard.type(step.type);
  else await Promise.all([page.waitForEvent("load"), runCommand(page, "Developer: Reload Window")]);
}
