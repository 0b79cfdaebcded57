import { cp } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { temporaryFolder } from "../../scripts/vscode-host/at-exit.mjs";

/**
 * Copies a workspace to where tests may change it; the copy keeps the folder's name, which the editor shows.
 *
 * @param {string} folder
 * @returns {Promise<{ path: string, remove: () => Promise<void> }>}
 */
export async function copyWorkspace(folder) {
  const { path: parent, remove } = await temporaryFolder("release-docs-workspace-");
  const path = join(parent, basename(resolve(folder)));
  await cp(folder, path, { recursive: true });
  return { path, remove };
}
