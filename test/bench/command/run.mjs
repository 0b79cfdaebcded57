import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const peakHook = fileURLToPath(new URL("peak-memory.cjs", import.meta.url));

/**
 * Runs a script to its end with the same Node for every side; its output is read and dropped, or kept with `keep`.
 *
 * @returns {Promise<{ output: string, code: number }>}
 */
export function run(node, script, words, { cwd, options = [], environment = {}, keep = false, codes = [0, 1] }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [...options, script, ...words], {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
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

/**
 * The most memory that a script held at once, with all its threads, in MB: what the system counted when the process ends, for
 * every side alike.
 */
export async function peakMemory(node, script, words, options) {
  const folder = mkdtempSync(join(tmpdir(), "release-docs-bench-"));
  const file = join(folder, "peak");
  try {
    await run(node, script, words, {
      ...options,
      options: ["--require", peakHook],
      environment: { PEAK_MEMORY_FILE: file },
    });
    return Number(readFileSync(file, "utf8")) / 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
