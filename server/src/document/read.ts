import type { Format } from "../text/format.ts";
import type { KindDefinition } from "./kind.ts";
import type { KindMemory } from "./kind-memory.ts";
import type { ReleaseDocument } from "./model.ts";

/** What a reader must know besides the text. */
export interface ReadOptions {
  readonly kinds: readonly KindDefinition[];
  /** Declared from outside: by a glob of the configuration, or `--kind`. */
  readonly kind?: string;
  /** Of a text that has no name yet; else its name tells. */
  readonly format?: Format;
  /** Decided from outside: by the configuration, or `--as`. */
  readonly template?: boolean;
  /** More titles for sections, from the configuration: section key → titles. */
  readonly sectionAliases?: Readonly<Record<string, readonly string[]>>;
  /** What is made of kinds, kept by the caller, so that all files of a kind share it. */
  readonly memory?: KindMemory;
}

/**
 * Reads a text as a release document; `undefined` when the file is not ours. Never throws.
 *
 * With `previous` (an earlier reading of the same file, with the same options) parts that still stand are not read
 * again; the result is the same as without it.
 */
export type Read = (
  uri: string,
  text: string,
  options: ReadOptions,
  previous?: ReleaseDocument,
) => ReleaseDocument | undefined;
