import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** Where the cache of a working directory is kept: in `node_modules` of its package, else where this system keeps caches. */
export function cacheFolder(cwd: string, environment: Readonly<Record<string, string | undefined>>): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules"))) return join(folder, "node_modules", ".cache", "release-docs");
    if (existsSync(join(folder, ".git")) || dirname(folder) === folder) break;
  }
  return join(systemCaches(environment), "release-docs");
}

function systemCaches({ XDG_CACHE_HOME, LOCALAPPDATA }: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === "win32") return LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return XDG_CACHE_HOME || join(homedir(), ".cache");
}
