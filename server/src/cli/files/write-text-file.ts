import { resolve } from "node:path";
import { UsageError } from "../terminal/usage-error.ts";
import { describeFileError, hasCode } from "./describe-file-error.ts";
import { findRepository } from "./find-repository.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * Writes a file whole, with its folders; what stands there is replaced. A path in the repository must not lead out of it.
 *
 * @param file As given, relative to `cwd`.
 * @throws UsageError when it cannot be written.
 */
export async function writeTextFile(file: string, text: string, cwd: string): Promise<void> {
  await write(file, text, cwd, false);
}

/** Writes a file that is not there yet. @throws UsageError when it is, or when it cannot be written. */
export async function writeNewFile(file: string, text: string, cwd: string): Promise<void> {
  await write(file, text, cwd, true);
}

async function write(file: string, text: string, cwd: string, isNew: boolean): Promise<void> {
  const path = resolve(cwd, file);
  await writeWhole(path, text, { within: findRepository(cwd) ?? cwd, isNew }).catch((error: unknown) => {
    const exists = hasCode(error, "EEXIST");
    throw new UsageError(exists ? `${file}: exists already, and is left as it is` : describeFileError(file, error));
  });
}
