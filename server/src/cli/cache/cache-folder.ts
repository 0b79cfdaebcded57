import { lstatSync, mkdirSync, realpathSync, type Stats } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { findRepository } from "../files/find-repository.ts";

/** A folder that may be believed, as an absolute path without links; or a sentence why it may not. */
export type TrustedFolder = { readonly folder: string } | { readonly problem: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the cache is kept unless somebody says otherwise: where this system keeps the caches of a user. */
export function cacheFolder(environment: Environment): string {
  return join(systemCaches(environment), "release-docs");
}

function systemCaches({ XDG_CACHE_HOME, LOCALAPPDATA }: Environment): string {
  const given = (path: string | undefined, otherwise: string): string =>
    path !== undefined && isAbsolute(path) ? path : otherwise;
  if (process.platform === "win32") return given(LOCALAPPDATA, join(homedir(), "AppData", "Local"));
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return given(XDG_CACHE_HOME, join(homedir(), ".cache"));
}

/**
 * Makes a folder for the cache, or looks at the one that is there. What stands in it is believed, so nobody but the user may have
 * written it: it stands in no repository and not below the working directory, where a pull request writes, and it is the user's own
 * and nobody else can write to it. Never throws.
 *
 * @param folder Absolute.
 * @param cwd Absolute.
 */
export function trustedFolder(folder: string, cwd: string): TrustedFolder {
  try {
    // Nothing is made in a checkout either: the nearest folder that there is says where this one will be.
    const problem = writtenByOthers(nearestReal(folder), cwd);
    if (problem !== undefined) return { problem: `${folder} ${problem}` };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const real = realpathSync(folder);
    const reason = writtenByOthers(real, cwd) ?? openToOthers(lstatSync(real));
    return reason === undefined ? { folder: real } : { problem: `${folder} ${reason}` };
  } catch {
    return { problem: `${folder} cannot be made or looked at` };
  }
}

function writtenByOthers(folder: string, cwd: string): string | undefined {
  if (isWithin(folder, realpathSync(cwd))) return "stands below the working directory, where a pull request can write";
  if (findRepository(folder) !== undefined) return "stands in a repository, where a pull request can write";
  return undefined;
}

/** Windows keeps the folders of a user from others by itself, and knows neither owner nor mode. */
function openToOthers({ uid, mode }: Stats): string | undefined {
  if (process.getuid === undefined) return undefined;
  if (uid !== process.getuid()) return "belongs to another user";
  return (mode & 0o022) === 0 ? undefined : "can be written by other users: empty it, and chmod 700 closes it";
}

function nearestReal(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    try {
      return realpathSync(at);
    } catch (error) {
      if (dirname(at) === at) throw error;
    }
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}
