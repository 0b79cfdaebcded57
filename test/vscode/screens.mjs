import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { workbenchUrl } from "../../scripts/vscode-host/address.mjs";
import { builtExtension } from "../../scripts/vscode-host/built-extension.mjs";
import { runOrSkip } from "../../scripts/vscode-host/missing-requirement.mjs";
import { withSession } from "../../scripts/vscode-host/session.mjs";
import { TEST_SETTINGS } from "../../scripts/vscode-host/settings.mjs";
import { editorReady, takePicture } from "../../scripts/vscode-host/workbench.mjs";
import { SCENES } from "./scenes.mjs";
import { act } from "./steps.mjs";
import { copyWorkspace } from "./workspace-copy.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FAILED = join(ROOT, "test/vscode/output");

const PICTURE_SETTINGS = {
  ...TEST_SETTINGS,
  "editor.cursorBlinking": "solid",
  "editor.minimap.enabled": false,
  "editor.occurrencesHighlight": "off",
  "window.commandCenter": false,
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
async function takeScene({ name, file, steps, settings }) {
  const workspace = await copyWorkspace(options.workspace);
  const opened = join(workspace.path, file);
  try {
    if (!existsSync(opened)) throw new Error(`Scene "${name}": there is no ${file} in the examples`);
    await withSession({ settings: { ...PICTURE_SETTINGS, ...settings } }, async ({ host, page }) => {
      const extension = builtExtension(options.extension);
      try {
        await page.goto(workbenchUrl({ ...host, folder: workspace.path, file: opened, extension }));
        await editorReady(page);
        for (const step of steps) await act(page, step);
        const picture = join(resolve(options.output), `${name}.png`);
        await takePicture(page, picture);
        console.log(relative(process.cwd(), picture));
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
