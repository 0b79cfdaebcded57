import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { describeFileError } from "./describe-file-error.ts";
import { IgnoreRules, type RefusedLine } from "./gitignore.ts";
import { NodeBounds } from "./node-bounds.ts";
import { TrackedFiles } from "./tracked-files.ts";

/** Decides about the files of each folder. */
export interface FolderFilter {
  /** Asked on entering a folder, with the names in it; answers the test for names of files. */
  enter(folder: string, names: ReadonlySet<string>): Promise<AcceptsFile>;
}

/** Whether a file is wanted; `left out`: not wanted, and yet it is told of. */
export type AcceptsFile = (name: string) => boolean | "left out";

/** What `.gitignore` names, where Git does not say whether it tracks it. */
export interface Ignored {
  readonly path: string;
  /** Why Git does not say it. */
  readonly because: string;
}

/** A link that is not followed though something that is wanted could stand behind it. */
export interface PassedLink {
  readonly path: string;
  /** `A link that leads …`. */
  readonly because: string;
}

export interface Walk {
  /** Absolute paths, in no order that is promised. */
  readonly files: readonly string[];
  /** Files that the filter leaves out, absolute paths. */
  readonly leftOut: readonly string[];
  /** Wanted files and folders that were passed over, absolute paths. */
  readonly ignored: readonly Ignored[];
  /** Lines of `.gitignore` files that hide nothing, for they would take too long. */
  readonly refused: readonly RefusedLine[];
  /** Links that are not followed, absolute paths. */
  readonly passed: readonly PassedLink[];
  /** What could not be looked into, a sentence each. */
  readonly problems: readonly string[];
}

const neverEntered = new Set(["node_modules", ".git"]);

/**
 * Finds files below a folder (absolute path). Hidden folders are entered; `.git`, `node_modules` and what `.gitignore` names are
 * not, unless Git tracks it all the same. Links are followed after everything else, and only to what was not found already, so that
 * no loop can hold the walk; and never out: to folders below the one that is walked, to files of its repository or of the working
 * directory.
 */
export async function walkFolder(
  start: string,
  cwd: string,
  filter: FolderFilter,
  tracked = new TrackedFiles(),
): Promise<Walk> {
  const real = realOf(start) ?? start;
  const walker = new Walker(filter, tracked, real, new NodeBounds(cwd));
  await walker.folder(start, real, IgnoreRules.above(start, cwd));
  await walker.followLinks();
  return walker;
}

interface Link {
  readonly path: string;
  readonly name: string;
  readonly rules: IgnoreRules;
  readonly accepts: AcceptsFile;
}

class Walker implements Walk {
  readonly files: string[] = [];
  readonly leftOut: string[] = [];
  readonly ignored: Ignored[] = [];
  readonly passed: PassedLink[] = [];
  readonly problems: string[] = [];
  readonly #filter: FolderFilter;
  readonly #seen = new Set<string>();
  readonly #links: Link[] = [];
  readonly #refused = new Map<string, RefusedLine>();
  readonly #tracked: TrackedFiles;
  readonly #start: string;
  readonly #bounds: NodeBounds;

  /** @param start The real path of the folder that is walked. */
  constructor(filter: FolderFilter, tracked: TrackedFiles, start: string, bounds: NodeBounds) {
    this.#filter = filter;
    this.#tracked = tracked;
    this.#start = start;
    this.#bounds = bounds;
  }

  get refused(): readonly RefusedLine[] {
    return [...this.#refused.values()];
  }

  async folder(path: string, real: string, above: IgnoreRules): Promise<void> {
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const entries = this.#entries(path);
    if (entries === undefined) return;
    const names = new Set(entries.map(({ name }) => name));
    const rules = names.has(".gitignore") ? above.enter(path) : above;
    for (const line of rules.refused) this.#refused.set(`${line.file}:${line.line}`, line);
    const accepts = await this.#filter.enter(path, names);
    for (const entry of entries) {
      const { name } = entry;
      const child = below(path, name);
      if (entry.isSymbolicLink()) this.#links.push({ path: child, name, rules, accepts });
      else if (entry.isDirectory()) {
        if (neverEntered.has(name) || (rules.ignores(child, true) && (await this.#isHidden(child)))) continue;
        await this.folder(child, below(real, name), rules);
      } else if (entry.isFile()) await this.#take(child, name, below(real, name), rules, accepts);
    }
  }

  async followLinks(): Promise<void> {
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) {
      const { path, name, rules, accepts } = link;
      if (neverEntered.has(name)) continue;
      const target = realOf(path);
      const found = target === undefined ? undefined : lookAt(target);
      if (target === undefined || found === undefined) await this.#pass(link, false, "to nothing that can be read");
      else if (target.split(/[\\/]/).some((step) => neverEntered.has(step))) {
        await this.#pass(link, found.isDirectory(), "into a folder that is not looked into");
      } else if (found.isDirectory()) {
        if (!isBelowFolder(this.#start, target)) await this.#pass(link, true, "out of the folder that is looked into");
        else if (!(rules.ignores(path, true) && (await this.#isHidden(path)))) await this.folder(path, target, rules);
      } else if (!found.isFile()) await this.#pass(link, false, "to what is no regular file");
      else if (isBelowFolder(this.#start, target) || this.#bounds.inside(path) !== undefined) {
        await this.#take(path, name, target, rules, accepts);
      } else await this.#pass(link, false, "out of the repository");
    }
  }

  /** Notes a link that is not followed, where something that is wanted could stand behind it. */
  async #pass({ path, name, rules, accepts }: Link, isFolder: boolean, where: string): Promise<void> {
    if (!isFolder && accepts(name) === false) return;
    if (rules.ignores(path, isFolder) && (await this.#isHidden(path))) return;
    this.passed.push({ path, because: `A link that leads ${where}` });
  }

  async #take(path: string, name: string, real: string, rules: IgnoreRules, accepts: AcceptsFile): Promise<void> {
    const accepted = accepts(name);
    if (accepted === false || this.#seen.has(real)) return;
    if (rules.ignores(path, false) && (await this.#isHidden(path))) return;
    this.#seen.add(real);
    (accepted === true ? this.files : this.leftOut).push(path);
  }

  /** Whether what `.gitignore` names is really hidden by it; told where that is not certain. */
  async #isHidden(path: string): Promise<boolean> {
    const tracked = await this.#tracked.holds(path);
    if (typeof tracked === "boolean") return !tracked;
    this.ignored.push({ path, because: tracked.unknown });
    return true;
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

function isBelowFolder(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
