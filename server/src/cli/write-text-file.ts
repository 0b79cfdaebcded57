import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { describeFileError, hasCode, noFolder } from "./describe-file-error.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Writes a file, with its folders; what stands there is replaced.
 *
 * @param file As given, relative to `cwd`.
 * @throws UsageError when it cannot be written.
 */
export async function writeTextFile(file: string, text: string, cwd: string): Promise<void> {
  await write(file, text, cwd, "w");
}

/** Writes a file that is not there yet. @throws UsageError when it is, or when it cannot be written. */
export async function writeNewFile(file: string, text: string, cwd: string): Promise<void> {
  await write(file, text, cwd, "wx");
}

async function write(file: string, text: string, cwd: string, flag: "w" | "wx"): Promise<void> {
  const path = resolve(cwd, file);
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw new UsageError(hasCode(error, "EEXIST") ? `${file}: ${noFolder}` : describeFileError(file, error));
  });
  await writeFile(path, text, { flag }).catch((error: unknown) => {
    const exists = hasCode(error, "EEXIST");
    throw new UsageError(exists ? `${file}: exists already, and is left as it is` : describeFileError(file, error));
  });
}
