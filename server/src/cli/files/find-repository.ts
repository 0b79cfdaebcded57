import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The root of the Git repository that a folder (absolute path) stands in; `undefined` outside of one. */
export function findRepository(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}
