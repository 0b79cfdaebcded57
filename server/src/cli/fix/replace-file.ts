import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { decodeText } from "../files/decode-text.ts";
import { findRepository } from "../files/find-repository.ts";
import { writeWhole } from "../files/write-whole.ts";

const byteOrderMark = "\uFEFF";

/**
 * Replaces the text of a file, at once or not at all; its mode, its byte order mark and a link to it stay. A link that leads out of
 * the repository is not followed.
 *
 * @param file Absolute path.
 * @param before The text that the new one was made from, without byte order mark.
 * @returns False, and nothing is written, when the file says something else by now.
 * @throws When the file cannot be read or written.
 */
export async function replaceFile(file: string, before: string, after: string): Promise<boolean> {
  const bytes = await readFile(file);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const still = async (): Promise<boolean> => decodeText(await readFile(file)).text === before;
  const folder = dirname(file);
  return writeWhole(file, marked ? byteOrderMark + after : after, { within: findRepository(folder) ?? folder, still });
}
