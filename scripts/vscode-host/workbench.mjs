/**
 * A workbench in a page, driven as a person would: by what stands on the screen.
 * Every wait is for an element; Playwright's own deadline (30 s) turns a missing one into an error.
 *
 * @typedef {import('playwright-core').Page} Page
 */

/** @param {Page} page resolves when a text editor shows its lines */
export const editorReady = (page) => page.locator(".editor-instance .view-line").first().waitFor();

/** @param {Page} page resolves when the folder's name stands in the explorer */
export const workbenchReady = (page) => page.locator(".explorer-viewlet .pane-header").first().waitFor();

/**
 * Runs a command from the palette by its title, e.g. `View: Toggle Word Wrap`.
 *
 * @param {Page} page
 * @param {string} title as the palette shows it, category included
 */
export async function runCommand(page, title) {
  await page.keyboard.press("F1");
  const palette = page.locator(".quick-input-widget");
  await palette.locator('input[type="text"]').fill(`>${title}`);
  const row = palette.locator(".quick-input-list .monaco-list-row").filter({ hasText: title }).first();
  await row.click();
  await row.waitFor({ state: "hidden" });
}

/**
 * The frame a webview's content stands in (two frames deep).
 *
 * @param {Page} page
 */
export const webview = (page) => page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

/**
 * @param {Page} page
 * @param {string} file written as PNG
 * @param {{ x: number, y: number, width: number, height: number }} [clip] the part to show; all of it without
 */
export async function takePicture(page, file, clip) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: file, animations: "disabled", caret: "hide", ...(clip && { clip }) });
}
