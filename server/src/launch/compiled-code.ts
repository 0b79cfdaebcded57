import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

/** Where bundles are, and where their code is kept. */
export interface CodePlaces {
  /** Folder of kept code. Only one that nobody else can write to may be trusted: what stands in it is run. */
  readonly folder: string;
  /** The `require` of the script that bundles stand beside. */
  readonly require: NodeJS.Require;
  /** SHA-256 of each bundle that may be kept, in hexadecimal digits, by its name (`yaml` is `./yaml.js`). */
  readonly hashes: Readonly<Record<string, string>>;
}

type Wrapper = (
  exports: unknown,
  require: (name: string) => unknown,
  module: { exports: unknown },
  filename: string,
  folder: string,
) => void;

interface Compiled {
  readonly script: Script;
  readonly file: string;
}

const ours = "release-docs-";
/** Milliseconds after which the code of a version is thrown away when that of another is kept; one still in use is made again. */
const oldest = 30 * 24 * 60 * 60 * 1000;

/**
 * Loads CommonJS bundles with the code that V8 made of them at an earlier start. Node's own cache keeps what is compiled when a
 * file is read; the functions that are compiled when they are first called, most of a start, only this one keeps.
 */
export class CompiledCode {
  readonly #places: CodePlaces;
  readonly #modules = new Map<string, { exports: unknown }>();
  #unkept: Compiled[] = [];

  constructor(places: CodePlaces) {
    this.#places = places;
  }

  /** What `require` gives: of a bundle that may be kept, `./NAME.js`, with its kept code. */
  load(name: string): unknown {
    const { require, hashes } = this.#places;
    const hash = name.startsWith("./") ? hashes[basename(name, ".js")] : undefined;
    if (hash === undefined) return require(name);
    const path = require.resolve(name);
    const known = this.#modules.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#modules.set(path, module);
    this.#compile(path, hash)(module.exports, (other) => this.load(other), module, path, dirname(path));
    return module.exports;
  }

  /** Writes the code of what was not kept yet, with all functions called so far. What cannot be written is compiled again. */
  keep(): void {
    const unkept = this.#unkept.splice(0);
    if (unkept.length > 0) throwOldAway(this.#places.folder);
    for (const { script, file } of unkept) {
      const unfinished = `${file}.${process.pid}`;
      try {
        const code = script.createCachedData();
        writeFileSync(unfinished, Buffer.concat([sumOf(code), code]), { mode: 0o600, flush: true });
        renameSync(unfinished, file);
      } catch {}
    }
  }

  #compile(path: string, hash: string): Wrapper {
    // V8 looks at the length of the source alone: what is kept must be of this very bundle.
    const file = join(this.#places.folder, `${ours}${basename(path, ".js")}-${hash}`);
    const cachedData = readKept(file);
    const source = readFileSync(path, "utf8");
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
      filename: path,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    if (cachedData === undefined || script.cachedDataRejected === true) this.#unkept.push({ script, file });
    return script.runInThisContext();
  }
}

/** V8 believes what it is given, so each file begins with the sum of the rest. */
const sumOf = (code: Uint8Array): Buffer => Buffer.from(crc32(code).toString(16).padStart(8, "0"));

function readKept(file: string): Buffer | undefined {
  try {
    const kept = readFileSync(file);
    const code = kept.subarray(8);
    return kept.subarray(0, 8).equals(sumOf(code)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function throwOldAway(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      if (name.startsWith(ours) && Date.now() - statSync(file).mtimeMs > oldest) rmSync(file);
    }
  } catch {}
}
