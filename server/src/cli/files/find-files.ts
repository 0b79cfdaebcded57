import { statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import scan from "picomatch/lib/scan.js";
import { URI } from "vscode-uri";
import {
  append,
  type Configuration,
  configurationName,
  defaultDiscovery,
  discoveredBelow,
  globMatcher,
  globProblem,
  type PathMatcher,
  relativePath,
} from "../../engine/index.ts";
import { describeFileError, hasCode } from "./describe-file-error.ts";
import type { RefusedLine } from "./gitignore.ts";
import { NodeBounds } from "./node-bounds.ts";
import { TrackedFiles } from "./tracked-files.ts";
import { type FolderFilter, type Ignored, type PassedLink, type Walk, walkFolder } from "./walk-folder.ts";

/** A file to look at. */
export interface FoundFile {
  /** As it is reported: relative to the working directory where that is possible, with `/`. */
  readonly path: string;
  readonly absolute: string;
  readonly uri: string;
  /** Named by the caller, not found by a glob or in a folder. */
  readonly explicit: boolean;
}

export interface FoundFiles {
  /** By path; each once. */
  readonly files: readonly FoundFile[];
  readonly leftOut: LeftOut;
  /** What was asked for and could not be found or looked into: one line each. */
  readonly problems: readonly string[];
}

/** What was not taken, though it may be a release document; absolute paths. */
export interface LeftOut {
  /** What our default globs would have found, and those of the configuration do not. */
  readonly byDiscovery: readonly string[];
  /** What `.gitignore` names, where Git does not say whether it tracks it. */
  readonly byGitignore: readonly Ignored[];
  /** Links that are not followed, though a document could stand behind them. */
  readonly byLink: readonly PassedLink[];
  /** Lines of `.gitignore` files that hide nothing. */
  readonly refusedLines: readonly RefusedLine[];
  /** How many files each operand with a `!` took away. */
  readonly byOperand: ReadonlyMap<string, number>;
}

const nothing: LeftOut = { byDiscovery: [], byGitignore: [], byLink: [], refusedLines: [], byOperand: new Map() };
/** What is found where nothing is looked for. */
export const nothingFound: FoundFiles = { files: [], leftOut: nothing, problems: [] };

export interface FindOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Whose discovery globs say which files of a folder are looked at. */
  configurationFor(uri: string): Promise<Configuration>;
  /** Which files are wanted of those that are found; all without it. */
  keep?(file: FoundFile): boolean;
  /** Told how many are wanted, each time there is one more; some of them may be excluded in the end. */
  found?(count: number): void;
}

/**
 * Finds the files that the operands of a command name: files as they are; what globs match; in folders, and in the working
 * directory when nothing is named, what the discovery globs of the configuration match. An operand with a leading `!` excludes.
 */
export async function findFiles(operands: readonly string[], options: FindOptions): Promise<FoundFiles> {
  const finder = new Finder(options);
  const wanted = operands.filter((operand) => !isExclusion(operand));
  const unwanted = operands.filter(isExclusion).map((operand) => operand.slice(1));
  if (wanted.length === 0) await finder.discover(".", options.cwd);
  for (const operand of wanted) await finder.operand(operand);
  return finder.result(unwanted);
}

class Finder {
  readonly #options: FindOptions;
  readonly #found = new Map<string, FoundFile>();
  readonly #problems: string[] = [];
  readonly #leftOut = new Set<string>();
  readonly #tracked = new TrackedFiles();
  readonly #ignored = new Map<string, Ignored>();
  readonly #passed = new Map<string, PassedLink>();
  readonly #refused = new Map<string, RefusedLine>();
  readonly #bounds: NodeBounds;

  constructor(options: FindOptions) {
    this.#options = options;
    this.#bounds = new NodeBounds(options.cwd);
  }

  async operand(operand: string): Promise<void> {
    if (operand === "") {
      this.#problems.push("A path is empty: is a variable not set?");
      return;
    }
    const path = resolve(this.#options.cwd, operand);
    try {
      const found = statSync(path);
      if (this.#bounds.leadsOut(path)) this.#problems.push(`${operand}: ${leadsOut}`);
      else if (found.isDirectory()) await this.discover(operand, path);
      else this.#add(path, true);
    } catch (error) {
      const { isGlob } = scan(slashes(operand));
      if (isGlob && isMissing(error)) await this.#glob(slashes(operand));
      else this.#problems.push(describeFileError(operand, error));
    }
  }

  async discover(operand: string, folder: string): Promise<void> {
    const walk = await walkFolder(folder, this.#options.cwd, this.#discovery(), this.#tracked);
    this.#take(walk, () => `${operand}: no file here matches the discovery globs of the configuration`);
  }

  result(unwanted: readonly string[]): FoundFiles {
    const exclusions = unwanted.map((glob) => ({ glob, matches: globMatcher([slashes(glob)]) }));
    const byOperand = new Map<string, number>();
    const files = [...this.#found.values()].filter(({ path }) => {
      const by = exclusions.find(({ matches }) => matches(path));
      if (by !== undefined) byOperand.set(by.glob, (byOperand.get(by.glob) ?? 0) + 1);
      return by === undefined;
    });
    return {
      files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
      leftOut: {
        byDiscovery: [...this.#leftOut].filter((path) => !this.#found.has(path)).sort(),
        byGitignore: [...this.#ignored.values()],
        byLink: [...this.#passed.values()].filter(({ path }) => !this.#found.has(path)),
        refusedLines: [...this.#refused.values()],
        byOperand,
      },
      problems: this.#problems,
    };
  }

  async #glob(glob: string): Promise<void> {
    const { base, glob: rest } = scan(glob);
    const start = resolve(this.#options.cwd, base.replace(/\\(.)/g, "$1"));
    if (this.#bounds.leadsOut(start)) {
      this.#problems.push(`${glob}: ${leadsOut}`);
      return;
    }
    const problem = globProblem(rest);
    if (problem !== undefined) {
      this.#problems.push(`${glob} ${problem}`);
      return;
    }
    const matches = globMatcher([rest]);
    const isFolder = statSync(start, { throwIfNoEntry: false })?.isDirectory() === true;
    const filter: FolderFilter = {
      enter: async (folder) => (name) => matches(slashes(join(relative(start, folder), name))),
    };
    const walk = isFolder ? await walkFolder(start, this.#options.cwd, filter, this.#tracked) : emptyWalk;
    this.#take(walk, () => `${glob}: no file matches${quotedHint(glob)}`);
  }

  #take({ files, leftOut, ignored, passed, refused, problems }: Walk, whenNone: () => string): void {
    for (const path of leftOut) this.#leftOut.add(path);
    for (const entry of ignored) this.#ignored.set(entry.path, entry);
    for (const line of refused) this.#refused.set(`${line.file}:${line.line}`, line);
    for (const link of passed) this.#passed.set(link.path, link);
    for (const file of files) this.#add(file, false);
    append(
      this.#problems,
      problems.map((problem) => this.#displayed(problem)),
    );
    if (files.length === 0 && problems.length === 0) this.#problems.push(whenNone());
  }

  #discovery(): FolderFilter {
    const tests = new Map<Configuration, PathMatcher>();
    const configurations = new Map<string, Configuration>();
    const configurationIn = async (folder: string, uri: string, names: ReadonlySet<string>): Promise<Configuration> => {
      const inherited = configurations.get(dirname(folder));
      return inherited !== undefined && !names.has(configurationName)
        ? inherited
        : this.#options.configurationFor(`${uri}/${configurationName}`);
    };
    return {
      enter: async (folder, names) => {
        const uri = URI.file(folder).toString();
        const configuration = await configurationIn(folder, uri, names);
        configurations.set(folder, configuration);
        const discovers = tests.get(configuration) ?? discoveredBelow(configuration);
        tests.set(configuration, discovers);
        const way = relativePath(configuration.root, uri);
        if (way === undefined) return () => false;
        const wouldBe = configuration.discovery === defaultDiscovery ? () => false : discoversByDefault;
        return (name) => {
          const path = way === "" ? name : `${way}/${name}`;
          return discovers(path) || (wouldBe(path) && "left out");
        };
      },
    };
  }

  #displayed(problem: string): string {
    const prefix = `${this.#options.cwd}${sep}`;
    return problem.startsWith(prefix) ? slashes(problem.slice(prefix.length)) : problem;
  }

  #add(absolute: string, explicit: boolean): void {
    const known = this.#found.get(absolute);
    if (known?.explicit === true) return;
    const path = slashes(relative(this.#options.cwd, absolute));
    const file = { path, absolute, uri: URI.file(absolute).toString(), explicit };
    if (this.#options.keep?.(file) === false) return;
    this.#found.set(absolute, file);
    this.#options.found?.(this.#found.size);
  }
}

const leadsOut = "a link in it leads out of the repository, and is not followed";
const emptyWalk: Walk = { files: [], leftOut: [], ignored: [], passed: [], refused: [], problems: [] };
const discoversByDefault = globMatcher(defaultDiscovery);

/** Where the shell is not one of Unix, single quotes are characters like others. */
function quotedHint(glob: string): string {
  return /^'.*'$/.test(glob) ? '; quote globs with "double quotes", which every shell takes away' : "";
}

function isExclusion(operand: string): boolean {
  return operand.startsWith("!") && !operand.startsWith("!(");
}

function slashes(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}

function isMissing(error: unknown): boolean {
  return hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR");
}
