import { type Dirent, readdirSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { describeFileError } from "./describe-file-error.ts";
import { IgnoreRules } from "./gitignore.ts";

/** Decides about the files of one folder, and of those below it until it is asked again. */
export interface FolderFilter {
  /** Asked on entering a folder, with the names in it; answers the test for absolute paths of files. */
  enter(folder: string, names: ReadonlySet<string>): Promise<(file: string) => boolean>;
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
  await walker.folder(start, await realpath(start).catch(() => start), await IgnoreRules.above(start, cwd));
  await walker.followLinks();
  return walker;
}

interface Link {
  readonly path: string;
  readonly rules: IgnoreRules;
  readonly accepts: (file: string) => boolean;
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
    const rules = names.has(".gitignore") ? await above.enter(path) : above;
    const accepts = await this.#filter.enter(path, names);
    for (const entry of entries) {
      const child = join(path, entry.name);
      if (entry.isSymbolicLink()) this.#links.push({ path: child, rules, accepts });
      else if (entry.isDirectory()) {
        if (!neverEntered.has(entry.name) && !rules.ignores(child, true)) {
          await this.folder(child, join(real, entry.name), rules);
        }
      } else if (entry.isFile() && accepts(child) && !rules.ignores(child, false)) {
        this.#file(child, join(real, entry.name));
      }
    }
  }

  async followLinks(): Promise<void> {
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) {
      const { path, rules, accepts } = link;
      const target = await realpath(path).catch(() => undefined);
      const found = target === undefined ? undefined : await stat(target).catch(() => undefined);
      if (target === undefined || found === undefined) continue;
      if (target.split(/[\\/]/).some((name) => neverEntered.has(name))) continue;
      if (found.isDirectory() && !rules.ignores(path, true)) await this.folder(path, target, rules);
      if (found.isFile() && accepts(path) && !rules.ignores(path, false)) this.#file(path, target);
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
