import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, SilentReporter } from "@vscode/test-electron";
import { temporaryFolder } from "../../../scripts/vscode-host/at-exit.mjs";
import { MissingRequirement } from "../../../scripts/vscode-host/missing-requirement.mjs";
import { TEST_SETTINGS } from "../../../scripts/vscode-host/settings.mjs";

const CHILD = fileURLToPath(new URL("./electron-child.mjs", import.meta.url));

/**
 * The desktop VS Code that `@vscode/test-electron` downloads, or the one `VSCODE_EXECUTABLE` names. `runTests` writes
 * to its process's own output, so it gets a process of its own.
 *
 * @param {import('./embedded.mjs').SuiteRun} run
 * @returns {Promise<number>} the editor's exit code
 * @throws {MissingRequirement} without a download or, on Linux, a display
 */
export async function runElectron({ extension, bundle, workspace, version, onLine }) {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new MissingRequirement(
      'the desktop VS Code needs a display; run it under "xvfb-run -a", or use --host embedded',
    );
  }
  const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE ?? (await download(version));
  // A short name: on macOS and Linux the editor opens a socket in this folder, and socket paths are limited.
  const userFolder = await temporaryFolder("rd-");
  await mkdir(join(userFolder.path, "User"));
  await writeFile(join(userFolder.path, "User", "settings.json"), JSON.stringify(TEST_SETTINGS));
  const folders = [`--user-data-dir=${userFolder.path}`, `--extensions-dir=${join(userFolder.path, "extensions")}`];
  const launchArgs = [workspace, ...folders, "--disable-gpu"];
  const options = {
    vscodeExecutablePath,
    extensionDevelopmentPath: extension,
    extensionTestsPath: bundle,
    launchArgs,
  };
  try {
    const child = spawn(process.execPath, [CHILD, JSON.stringify(options)], { stdio: ["ignore", "pipe", "pipe"] });
    for (const input of [child.stdout, child.stderr]) createInterface({ input }).on("line", onLine);
    const [code] = await once(child, "close");
    return code;
  } finally {
    await userFolder.remove();
  }
}

/** @param {string} version */
async function download(version) {
  try {
    return await downloadAndUnzipVSCode({ version, reporter: new SilentReporter() });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MissingRequirement(`VS Code ${version} cannot be downloaded here; use --host embedded`, reason);
  }
}
