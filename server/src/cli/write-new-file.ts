import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { describeFileError } from "./describe-file-error.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Writes a file that is not there yet, with its folders.
 *
 * @param file As given, relative to `cwd`.
 * @throws UsageError when there is such a file already, or it cannot be written.
 */
export async function writeNewFile(file: string, text: string, cwd: string): Promise<void> {
  const path = resolve(cwd, file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new UsageError(exists ? `${file}: exists already, and is left as it is` : describeFileError(file, error));
  }
}
