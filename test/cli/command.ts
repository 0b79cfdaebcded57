import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The command as it is shipped. */
export const command = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
export const isBuilt = existsSync(command);
if (!isBuilt) console.log("test/cli is skipped: there is no dist/cli.js (npm run build)");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface SpawnOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** Run as this user, who may read less. */
  readonly uid?: number;
  /** The program; the bundled command unless another copy is meant. */
  readonly program?: string;
}

/** Runs the bundled command as a user would, and waits for its end. */
export function releaseDocs(words: readonly string[], options: SpawnOptions): Promise<Ended> {
  const { cwd, stdin, environment, uid, program = command } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], {
      cwd,
      env: { PATH: process.env.PATH, ...environment },
      ...(uid !== undefined && { uid }),
    });
    const written = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      written.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      written.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...written }));
    child.stdin.on("error", () => {});
    child.stdin.end(stdin ?? "");
  });
}

/** Runs the bundled command in a folder, with the words of a line. */
export const callsIn =
  (folder: { readonly path: string }) =>
  (words: string, options: Partial<SpawnOptions> = {}): Promise<Ended> =>
    releaseDocs(words.split(" "), { cwd: folder.path, ...options });
