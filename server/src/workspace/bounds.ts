import type { FileSystem } from "./file-system.ts";
import { relativePath } from "./relative-path.ts";

/** Files of more bytes are no release documents, nor anything that one names. */
export const largestFile = 64 * 1024 * 1024;

/**
 * Whether a place stands in a folder (both URIs), by its name alone: below it, and not in a `.git` folder. What steps out is
 * outside, also with `\` for `/`; and so is another machine, scheme or drive.
 */
export function isWithin(root: string, uri: string): boolean {
  const path = relativePath(root, uri);
  return path !== undefined && !path.includes("\0") && !path.split(/[\\/]/).some(leadsAway);
}

/** Whether what the words of a file name may be looked at: only what stands in the same repository or workspace (URIs). */
export async function mayReach(files: Pick<FileSystem, "rootOf">, from: string, uri: string): Promise<boolean> {
  return isWithin(await files.rootOf(from), uri);
}

/** Characters that a file system of macOS passes over in a name. */
const passedOver = /[\u200C-\u200F\u202A-\u202E\u206A-\u206F\uFEFF]/g;

/** A step upward, or Git's own folder by any name that a file system takes for it. */
function leadsAway(step: string): boolean {
  return step === ".." || /^(?:\.git|git~\d)[ .]*(?::|$)/i.test(step.replace(passedOver, ""));
}
