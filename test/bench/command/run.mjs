import { spawn } from "node:child_process";

/**
 * Runs a script to its end with the same Node for every side; its output is read and dropped, or kept with `keep`.
 *
 * @returns {Promise<{ output: string, code: number }>}
 */
export function run(node, script, words, { cwd, options = [], keep = false, codes = [0, 1] }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [...options, script, ...words], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    const complaints = [];
    child.stdout.on("data", (chunk) => keep && output.push(chunk));
    child.stderr.on("data", (chunk) => complaints.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      if (codes.includes(code)) resolve({ output: Buffer.concat(output).toString(), code });
      else reject(new Error(`${script} ended with ${code}: ${Buffer.concat(complaints).toString().slice(0, 500)}`));
    });
  });
}
