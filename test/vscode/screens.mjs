import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { workbenchUrl } from "../../scripts/vscode-host/address.mjs";
import { temporaryFolder } from "../../scripts/vscode-host/at-exit.mjs";
import { builtExtension } from "../../scripts/vscode-host/built-extension.mjs";
import { runOrSkip } from "../../scripts/vscode-host/missing-requirement.mjs";
import { withSession } from "../../scripts/vscode-host/session.mjs";
import { TEST_SETTINGS } from "../../scripts/vscode-host/settings.mjs";
import { editorReady, takePicture, workbenchReady } from "../../scripts/vscode-host/workbench.mjs";
import { SCENES } from "./scenes.mjs";
import { act } from "./steps.mjs";
import { copyWorkspace } from "./workspace-copy.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FAILED = join(ROOT, "test/vscode/output");

/** The size of a picture, unless its scene says otherwise. */
const WHOLE = { width: 1280, height: 800 };

const PICTURE_SETTINGS = {
  ...TEST_SETTINGS,
  "editor.cursorBlinking": "solid",
  "editor.minimap.enabled": false,
  "editor.occurrencesHighlight": "off",
  "window.commandCenter": false,
  "workbench.hover.delay": 60_000, // No tooltip of where the mouse was left.
  "workbench.layoutControl.enabled": false,
};

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    extension: { type: "string", default: ROOT },
    workspace: { type: "string", default: join(ROOT, "examples") },
    output: { type: "string", default: join(ROOT, "docs/images") },
  },
});

await runOrSkip("Pictures", async () => {
  const scenes = SCENES.filter(({ name }) => !options.only || name === options.only);
  if (scenes.length === 0) throw new Error(`No such scene: ${options.only}`);
  await mkdir(options.output, { recursive: true });
  for (const scene of scenes) await takeScene(scene);
  return 0;
});

/** @param {import('./scenes.mjs').Scene} scene each in an editor of its own, so that none depends on another */
async function takeScene(scene) {
  const { name, file, steps, settings, size = WHOLE } = scene;
  const workspace = await workspaceOf(scene);
  const opened = file && join(workspace.path, file);
  try {
    if (opened && !existsSync(opened)) throw new Error(`Scene "${name}": there is no ${file} in its workspace`);
    await withSession({ settings: { ...PICTURE_SETTINGS, ...settings } }, async ({ host, page }) => {
      const extension = builtExtension(options.extension);
      try {
        await page.goto(workbenchUrl({ ...host, folder: workspace.path, extension, ...(opened && { file: opened }) }));
        await (opened ? editorReady(page) : workbenchReady(page));
        await page.setViewportSize(size); // Side bars keep the width that they have in a large window.
        for (const step of steps) await ("picture" in step ? take(page, step) : act(page, step));
        if (!steps.some((step) => "picture" in step)) await take(page, { picture: name });
      } catch (error) {
        await mkdir(FAILED, { recursive: true });
        await takePicture(page, join(FAILED, `${name}.png`));
        console.error(`Scene "${name}" failed; see ${relative(process.cwd(), join(FAILED, `${name}.png`))}`);
        throw error;
      }
    });
  } finally {
    await workspace.remove();
  }
}

/** @param {import('./scenes.mjs').Scene} scene a copy of its workspace, or an empty one */
async function workspaceOf({ workspace = options.workspace }) {
  if (workspace !== "empty") return copyWorkspace(resolve(ROOT, workspace));
  const { path: parent, remove } = await temporaryFolder("release-docs-workspace-");
  const path = join(parent, "my-project");
  await mkdir(path);
  return { path, remove };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./scenes.mjs').Picture} picture
 */
async function take(page, { picture, clip }) {
  const file = resolve(options.output, `${picture}.png`);
  await takePicture(page, file, clip);
  console.log(relative(process.cwd(), file));
}
