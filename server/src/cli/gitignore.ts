import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { findRepository } from "./find-repository.ts";

interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** What the `.gitignore` files from a top folder down to one folder ignore. */
export class IgnoreRules {
  readonly #layers: readonly Layer[];

  private constructor(layers: readonly Layer[]) {
    this.#layers = layers;
  }

  /** The rules that hold where a walk of `start` begins; a folder that is itself ignored was asked for, so they do not apply. */
  static async above(start: string, cwd: string): Promise<IgnoreRules> {
    const top = (await findRepository(start)) ?? (isBelow(start, cwd) ? cwd : start);
    let rules = new IgnoreRules([]);
    if (start === top) return rules;
    const between: string[] = [];
    for (let folder = dirname(start); isBelow(folder, top); folder = dirname(folder)) {
      between.unshift(folder);
      if (folder === top) break;
    }
    for (const folder of between) {
      rules = await rules.enter(folder);
    }
    return rules.ignores(start, true) ? new IgnoreRules([]) : rules;
  }

  /** The rules in a folder: these, and its own `.gitignore`. */
  async enter(folder: string): Promise<IgnoreRules> {
    const text = await readFile(join(folder, ".gitignore"), "utf8").catch(() => undefined);
    return text === undefined ? this : new IgnoreRules([...this.#layers, { folder, rules: ignore().add(text) }]);
  }

  /** Whether a file or folder (absolute path, below the folders of these rules) is ignored; the nearest `.gitignore` decides. */
  ignores(path: string, isFolder: boolean): boolean {
    for (const { folder, rules } of [...this.#layers].reverse()) {
      const below = relative(folder, path).split(sep).join("/");
      const { ignored, unignored } = rules.test(isFolder ? `${below}/` : below);
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`));
}
