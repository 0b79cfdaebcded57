import { spawn } from "node:child_process";
import { once } from "node:events";
import { MissingRequirement } from "./missing-requirement.mjs";

const QUIET = {
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_loglevel: "error",
  npm_config_update_notifier: "false",
  npm_config_engine_strict: "false",
};

/**
 * Runs npm silently; its output is shown only when it fails.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string> }} options `env` is added to this process's own
 * @throws {MissingRequirement} when npm fails, with its last lines and what to do
 */
export async function runNpm(args, { cwd, env = {} }) {
  const npm = spawn("npm", args, {
    cwd,
    env: { ...process.env, ...QUIET, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  /** @type {number | string} */
  const code = await once(npm, "close").then(
    ([exit]) => exit,
    (error) => error.message,
  );
  if (code === 0) return;
  throw new MissingRequirement(
    `"npm ${args.join(" ")}" failed (${code}); the embedded VS Code needs the npm registry, python3, make and a C++ compiler; put that right and run again`,
    output.trim().split("\n").slice(-8).join("\n"),
  );
}
