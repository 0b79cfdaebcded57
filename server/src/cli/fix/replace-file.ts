import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { decodeText } from "../decode-text.ts";

const byteOrderMark = "\uFEFF";

/**
 * Replaces the text of a file, at once or not at all; its mode, its byte order mark and a link to it stay.
 *
 * @param file Absolute path.
 * @param before The text that the new one was made from, without byte order mark.
 * @returns False, and nothing is written, when the file says something else by now.
 * @throws When the file cannot be read or written.
 */
export async function replaceFile(file: string, before: string, after: string): Promise<boolean> {
  const path = await realpath(file);
  const { mode } = await stat(path);
  const beside = `${path}.${process.pid}.tmp`;
  const written = await open(beside, "wx", mode);
  try {
    const bytes = await readFile(path);
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    await written.writeFile(marked ? byteOrderMark + after : after);
    await written.chmod(mode);
    await written.sync();
    await written.close();
    if (decodeText(await readFile(path)).text !== before) {
      await rm(beside, { force: true });
      return false;
    }
    await rename(beside, path);
    return true;
  } catch (error) {
    await written.close().catch(() => {});
    await rm(beside, { force: true });
    throw error;
  }
}
