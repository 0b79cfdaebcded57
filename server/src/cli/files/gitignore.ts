import { lstatSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { findRepository } from "./find-repository.ts";
import { readRegularFile } from "./read-regular-file.ts";

interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** A line of a `.gitignore` file (absolute path, lines count from 1) that is not tried. */
export interface RefusedLine {
  readonly file: string;
  readonly line: number;
}

/** What the `.gitignore` files from a top folder down to one folder ignore. */
export class IgnoreRules {
  /** Lines that are not tried, of these files; of each the first ones. */
  readonly refused: readonly RefusedLine[];
  /** The nearest first. */
  readonly #layers: readonly Layer[];

  private constructor(layers: readonly Layer[], refused: readonly RefusedLine[] = []) {
    this.#layers = layers;
    this.refused = refused;
  }

  /** The rules that hold where a walk of `start` begins; a folder that is itself ignored was asked for, so they do not apply. */
  static above(start: string, cwd: string): IgnoreRules {
    const top = findRepository(start) ?? (isBelow(start, cwd) ? cwd : start);
    let rules = new IgnoreRules([]);
    if (start === top) return rules;
    const between: string[] = [];
    for (let folder = dirname(start); isBelow(folder, top); folder = dirname(folder)) {
      between.unshift(folder);
      if (folder === top) break;
    }
    for (const folder of between) rules = rules.enter(folder);
    return rules.ignores(start, true) ? new IgnoreRules([]) : rules;
  }

  /** The rules in a folder: these, and its own `.gitignore`. */
  enter(folder: string): IgnoreRules {
    const file = join(folder, ".gitignore");
    const lines = readIfThere(file)?.split("\n");
    if (lines === undefined) return this;
    const refused = lines.flatMap((line, at) => (isBounded(line) ? [] : [{ file, line: at + 1 }])).slice(0, mostTold);
    const layer = { folder, rules: ignore().add(lines.filter(isBounded)) };
    return new IgnoreRules([layer, ...this.#layers], [...this.refused, ...refused]);
  }

  /** Whether a file or folder (absolute path, below the folders of these rules) is ignored; the nearest `.gitignore` decides. */
  ignores(path: string, isFolder: boolean): boolean {
    for (const { folder, rules } of this.#layers) {
      const below = relative(folder, path).split(sep).join("/");
      const { ignored, unignored } = rules.test(isFolder ? `${below}/` : below);
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }
}

/**
 * Patterns become regular expressions, which take longer than anyone waits where many stars stand in one name, or many pairs in
 * a path. Such a line hides nothing: what it names is looked at, and the line is told.
 */
const isBounded = (line: string): boolean =>
  line.startsWith("#") ||
  (line.length <= longestLine &&
    line.split("**").length - 1 <= mostPairs &&
    line.split("/").every((name) => name.split(/\*+/).length - 1 <= mostStars));

const longestLine = 500;
/** So many lines of one file are told of. */
const mostTold = 20;
const mostPairs = 2;
const mostStars = 3;

/** Like Git, which follows no link here. */
function readIfThere(file: string): string | undefined {
  try {
    return lstatSync(file).isFile() ? readRegularFile(file).toString("utf8") : undefined;
  } catch {
    return undefined;
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`));
}
