import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
import { largestFile } from "../../engine/index.ts";

/**
 * The bytes of a regular file. A pipe, a device or a socket is never waited for; of a file that grows, what stood in it when it
 * was opened is read.
 *
 * @throws When the file cannot be read, is no regular file, or is larger than `largestFile`.
 */
export function readRegularFile(path: string): Buffer {
  // To open some devices does something already; and what stands here may be another by the time it is open.
  requireRegular(statSync(path));
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(descriptor);
    requireRegular(found);
    const bytes = Buffer.allocUnsafe(found.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

function requireRegular(found: { isFile(): boolean; isDirectory(): boolean; readonly size: number }): void {
  if (found.isDirectory()) throw new Error("is a folder");
  if (!found.isFile()) throw new Error("is no regular file");
  if (found.size > largestFile) throw new Error(`is larger than ${largestFile / 1024 / 1024} MB`);
}
