import * as vscode from "vscode";
import { assert } from "./assert.ts";
import { closeAll, diagnosticsOf, open } from "./editor.ts";
import { hand } from "./hand.ts";
import { suite, testHost } from "./harness.ts";
import { openFile } from "./preview-page.ts";

const runbook = "checkout-v2.2.0/runbook.md";
/** In the worker's host every window runs the tests. */
const severalWindows = { when: testHost === "embedded" && vscode.workspace.isTrusted, limit: 180_000 };
const inBrowser = { when: testHost !== "electron" };
const group = ".editor-group-container.active";
const button = '.editor-actions a[aria-label^="Open Release Preview to the Side"]';

export const previewWindowSuite = suite("preview in its window", ({ test, afterEach }) => {
  afterEach(closeAll);

  test(
    "is there again after a reload",
    async () => {
      const shown = await hand.inWindow([
        { click: '.explorer-viewlet .monaco-list-row[aria-label^="checkout-v2.2.0"]' },
        { click: '.explorer-viewlet .monaco-list-row[aria-label^="runbook.md"]' },
        { see: "[id='status.problems']:not([aria-label*='No Problems'])" },
        { run: "Release Docs: Open Release Preview to the Side" },
        { seeInside: ".banner" },
        { reload: true },
        { seeInside: ".banner" },
      ]);
      assert.match(shown, /No-Go.*Release Runbook: Checkout v2\.2\.0/s);
    },
    severalWindows,
  );

  test(
    "has a button above its document, and above no other",
    async () => {
      const { document } = await open(runbook);
      await diagnosticsOf(document.uri);
      await hand.look(`${group}:has(${button}) .tab.active[data-resource-name="runbook.md"]`);
      const readme = await openFile("readme.md", "# Read me\n\nAbout releases.\n");
      assert.equal(readme.document.languageId, "markdown");
      await hand.look(`${group}:not(:has(${button})) .tab.active[data-resource-name="readme.md"]`);
    },
    inBrowser,
  );
});
