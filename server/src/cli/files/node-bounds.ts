import { existsSync, lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join, parse, resolve } from "node:path";
import { URI } from "vscode-uri";
import { isWithin } from "../../engine/index.ts";

/** What of this machine belongs together: nothing that is named in a file may lead out of its root. Paths are absolute. */
export class NodeBounds {
  readonly #cwd: string;
  readonly #repositories = new Map<string, readonly string[]>();
  readonly #folders = new Map<string, string | undefined>();

  /** @param cwd What holds together the files that stand below it in no repository. */
  constructor(cwd: string) {
    this.#cwd = resolve(cwd);
  }

  /** The root of the files in a folder: its repository, else the working directory, else the folder itself. */
  rootOf(folder: string): string {
    return this.#rootsOf(folder)[0] ?? folder;
  }

  /** The real path of a file or folder that is there; `undefined` where it leads out of its root, as where there is none. */
  inside(path: string): string | undefined {
    try {
      const whole = resolve(path);
      const folder = this.#realFolder(dirname(whole));
      if (folder === undefined) return undefined;
      const beside = join(folder, basename(whole));
      const found = lstatSync(beside, { throwIfNoEntry: false });
      if (found === undefined) return undefined;
      const real = found.isSymbolicLink() ? realpathSync.native(beside) : beside;
      const roots = this.#rootsOf(dirname(whole));
      return (roots.length === 0 ? [folder] : roots).every((root) => contains(root, real)) ? real : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether a folder that leads out of none of its roots holds something by that name, also a link that leads out or to nothing. */
  stands(path: string): boolean {
    const whole = resolve(path);
    const folder = this.#realFolder(dirname(whole));
    if (folder === undefined) return false;
    try {
      return lstatSync(join(folder, basename(whole)), { throwIfNoEntry: false }) !== undefined;
    } catch {
      return false;
    }
  }

  /** Whether a path that a person named leads, by a link, out of the repository that it stands in. */
  leadsOut(path: string): boolean {
    const repositories = this.#repositoriesOf(dirname(resolve(path)));
    if (repositories.length === 0) return false;
    const real = realOf(path);
    return real !== undefined && !repositories.every((root) => contains(root, real));
  }

  /** The real path of a folder that leads out of none of its roots. */
  #realFolder(folder: string): string | undefined {
    if (!this.#folders.has(folder)) {
      const real = realOf(folder);
      const within = real !== undefined && this.#rootsOf(folder).every((root) => contains(root, real));
      this.#folders.set(folder, within ? real : undefined);
    }
    return this.#folders.get(folder);
  }

  /** The nearest first; all of them hold: one that a link leads to has no say of its own. */
  #rootsOf(folder: string): readonly string[] {
    const repositories = this.#repositoriesOf(folder);
    if (repositories.length > 0) return repositories;
    const cwd = this.#cwd;
    return cwd !== parse(cwd).root && isWithin(addressOf(cwd), addressOf(folder)) ? [cwd] : [];
  }

  #repositoriesOf(folder: string): readonly string[] {
    const known = this.#repositories.get(folder);
    if (known !== undefined) return known;
    const found: string[] = [];
    for (let at = folder; ; at = dirname(at)) {
      if (existsSync(join(at, ".git"))) found.push(at);
      if (dirname(at) === at) break;
    }
    this.#repositories.set(folder, found);
    return found;
  }
}

const addressOf = (path: string): string => URI.file(path).toString();

function contains(root: string, real: string): boolean {
  const from = realOf(root);
  return from !== undefined && isWithin(addressOf(from), addressOf(real));
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
