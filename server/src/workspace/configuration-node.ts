import { type Document, isAlias, isMap, isScalar, isSeq } from "yaml";
import { nearestName } from "../schema/nearest-name.ts";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import { globProblem } from "./glob-pattern.ts";

/** The offsets that a problem is reported at. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** A key of a mapping with what stands under it. */
export interface Entry {
  readonly name: string;
  readonly at: Offsets;
  readonly value: ConfigurationNode;
}

/**
 * A value of a configuration file together with its place, asked for what it ought to be. An answer of `undefined` (or an empty
 * list) was reported as a problem; nothing throws.
 */
export class ConfigurationNode {
  readonly #node: unknown;
  readonly #document: Document;
  readonly #report: (problem: ConfigurationProblem) => void;
  readonly at: Offsets;

  constructor(node: unknown, document: Document, report: (problem: ConfigurationProblem) => void, fallback: Offsets) {
    this.#node = isAlias(node) ? node.resolve(document) : node;
    this.#document = document;
    this.#report = report;
    this.at = offsetsOf(node) ?? fallback;
  }

  problem(message: string, at: Offsets = this.at): undefined {
    this.#report({ message, start: at.start, end: at.end });
    return undefined;
  }

  /** True when nothing is written: an empty value is nothing said, and no problem. */
  get absent(): boolean {
    return this.#node === null || this.#node === undefined || (isScalar(this.#node) && this.#node.value === null);
  }

  text(what: string): string | undefined {
    if (!isScalar(this.#node) || typeof this.#node.value !== "string") return this.problem(`${what} must be a text`);
    return this.#node.value === "" ? this.problem(`${what} must not be empty`) : this.#node.value;
  }

  glob(what: string): string | undefined {
    const glob = this.text(what);
    const problem = glob === undefined ? undefined : globProblem(glob);
    return problem === undefined ? glob : this.problem(`This glob ${problem}`);
  }

  flag(what: string): boolean | undefined {
    if (isScalar(this.#node) && typeof this.#node.value === "boolean") return this.#node.value;
    return this.problem(`${what} must be true or false`);
  }

  /** One of a few words; the nearest is suggested for another. */
  choice<Word extends string>(what: string, words: readonly Word[]): Word | undefined {
    const written = isScalar(this.#node) ? String(this.#node.value) : undefined;
    const word = words.find((candidate) => candidate === written);
    if (word !== undefined) return word;
    const near = written === undefined ? undefined : nearestName(written, words);
    const hint = near === undefined ? "" : `; did you mean ${near}?`;
    const is = written === undefined ? "" : `, not "${written}"`;
    return this.problem(`${what} must be one of ${words.join(", ")}${is}${hint}`);
  }

  /** Whether it is a mapping; says nothing when it is not. */
  get isMapping(): boolean {
    return isMap(this.#node);
  }

  entries(what: string): readonly Entry[] {
    if (this.absent) return [];
    if (!isMap(this.#node)) {
      this.problem(`${what} must be a mapping of names to values`);
      return [];
    }
    return this.#node.items.map((pair) => {
      const at = offsetsOf(pair.key) ?? this.at;
      const name = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      return { name, at, value: new ConfigurationNode(pair.value, this.#document, this.#report, at) };
    });
  }

  /** The entries of a mapping whose names are fixed; others are reported with the nearest. */
  properties<Name extends string>(what: string, names: readonly Name[]): ReadonlyMap<Name, ConfigurationNode> {
    const known = new Map<Name, ConfigurationNode>();
    for (const { name, at, value } of this.entries(what)) {
      const match = names.find((candidate) => candidate === name);
      if (match !== undefined) {
        if (!value.absent) known.set(match, value);
        continue;
      }
      const near = nearestName(name, names);
      const hint = near === undefined ? `it may hold ${names.join(", ")}` : `did you mean ${near}?`;
      this.problem(`${what} has no setting "${name}"; ${hint}`, at);
    }
    return known;
  }

  items(what: string): readonly ConfigurationNode[] {
    if (this.absent) return [];
    if (!isSeq(this.#node)) {
      this.problem(`${what} must be a list`);
      return [];
    }
    return this.#node.items.map((item) => new ConfigurationNode(item, this.#document, this.#report, this.at));
  }

  texts(what: string): readonly string[] {
    return this.items(what)
      .map((item) => item.text(`Each entry of ${what}`))
      .filter((text) => text !== undefined);
  }

  globs(what: string): readonly string[] {
    return this.items(what)
      .map((item) => item.glob(`Each entry of ${what}`))
      .filter((glob) => glob !== undefined);
  }
}

function offsetsOf(node: unknown): Offsets | undefined {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return undefined;
  return node.range ? { start: node.range[0], end: node.range[1] } : undefined;
}
