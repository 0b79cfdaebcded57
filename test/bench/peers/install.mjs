import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canRunPeers, substitute } from "../node-binary.mjs";

/** What we are compared with, pinned, so that two runs compare with the same. */
const pinned = {
  "ajv-cli": "5.0.0",
  "ajv-formats": "3.0.1",
  "markdown-it": "15.0.3",
  markdownlint: "0.42.1",
  "markdownlint-cli2": "0.24.1",
  "vscode-json-languageservice": "5.7.2",
  yaml: "2.9.1",
  "yaml-language-server": "2.0.0",
};

/**
 * Installs the peers into a folder of their own, once. Nothing of theirs is run by it.
 *
 * @param {string} folder
 * @returns {Record<string, string>} name → version
 */
export function installPeers(folder) {
  const dependencies = { ...pinned, ...(canRunPeers() ? {} : { [substitute.name]: substitute.version }) };
  const done = join(folder, "node_modules", ".installed.json");
  const present = existsSync(done) ? JSON.parse(readFileSync(done, "utf8")) : {};
  if (Object.entries(dependencies).some(([name, version]) => present[name] !== version)) {
    console.error("Installing the peers from npm, once.");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const options = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
    execFileSync(npm, options, { cwd: folder, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
    writeFileSync(done, JSON.stringify(dependencies));
  }
  return pinned;
}
