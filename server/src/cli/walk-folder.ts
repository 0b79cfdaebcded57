import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { sep } from "node:path";
import { describeFileError } from "./describe-file-error.ts";
import { IgnoreRules } from "./gitignore.ts";

/** Decides about the files of each folder. */
export interface FolderFilter {
  /** Asked on entering a folder, with the names in it; answers the test for names of files. */
  enter(folder: string, names: ReadonlySet<string>): Promise<(name: string) => boolean>;
}

export interface Walk {
  /** Absolute paths, in no order that is promised. */
  readonly files: readonly string[];
  /** What could not be looked into, a sentence each. */
  readonly problems: readonly string[];
}

const neverEntered = new Set(["node_modules", ".git"]);

/**
 * Finds files below a folder (absolute path). Hidden folders are entered; `.git`, `node_modules` and what `.gitignore` names are
 * not. Links are followed after everything else, and only to what was not found already, so that no loop can hold the walk.
 */
export async function walkFolder(start: string, cwd: string, filter: FolderFilter): Promise<Walk> {
  const walker = new Walker(filter);
  await walker.folder(start, realOf(start) ?? start, IgnoreRules.above(start, cwd));
  await walker.followLinks();
  return walker;
}

interface Link {
  readonly path: string;
  readonly name: string;
  readonly rules: IgnoreRules;
  readonly accepts: (name: string) => boolean;
}

class Walker implements Walk {
  readonly files: string[] = [];
  readonly problems: string[] = [];
  readonly #filter: FolderFilter;
  readonly #seen = new Set<string>();
  readonly #links: Link[] = [];

  constructor(filter: FolderFilter) {
    this.#filter = filter;
  }

  async folder(path: string, real: string, above: IgnoreRules): Promise<void> {
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const entries = this.#entries(path);
    if (entries === undefined) return;
    const names = new Set(entries.map(({ name }) => name));
    const rules = names.has(".gitignore") ? above.enter(path) : above;
    const accepts = await this.#filter.enter(path, names);
    for (const entry of entries) {
      const { name } = entry;
      const child = below(path, name);
      if (entry.isSymbolicLink()) this.#links.push({ path: child, name, rules, accepts });
      else if (entry.isDirectory()) {
        if (!neverEntered.has(name) && !rules.ignores(child, true)) await this.folder(child, below(real, name), rules);
      } else if (entry.isFile() && accepts(name) && !rules.ignores(child, false)) {
        this.#file(child, below(real, name));
      }
    }
  }

  async followLinks(): Promise<void> {
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) {
      const { path, name, rules, accepts } = link;
      const target = realOf(path);
      const found = target === undefined ? undefined : statSync(target, { throwIfNoEntry: false });
      if (target === undefined || found === undefined) continue;
      if (target.split(/[\\/]/).some((name) => neverEntered.has(name))) continue;
      if (found.isDirectory() && !rules.ignores(path, true)) await this.folder(path, target, rules);
      if (found.isFile() && accepts(name) && !rules.ignores(path, false)) this.#file(path, target);
    }
  }

  #file(path: string, real: string): void {
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    this.files.push(path);
  }

  #entries(path: string): readonly Dirent[] | undefined {
    try {
      const entries = readdirSync(path, { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      this.problems.push(describeFileError(path, error));
      return undefined;
    }
  }
}

/** A folder of a walk is normal, but for the root, which ends with a separator. */
function below(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
