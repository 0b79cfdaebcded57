import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { AssessOptions, Configuration, FileSystem, LookedAt, ReleaseDocsService } from "../../engine/index.ts";
import type { Input } from "../judge/input.ts";
import type { Judged } from "../judge/judge-one.ts";
import type { Work } from "../judge/work.ts";
import { type CacheEntry, readCache, writeCache } from "./cache-file.ts";
import { digest } from "./digest.ts";

/** From this many entries on, those of this run alone are kept. */
const largest = 50_000;

export interface CacheSettings {
  /** Absolute path of the folder that the cache is kept in: one that nobody else writes to (`trustedFolder`). */
  readonly folder: string;
  readonly cwd: string;
  /** Names the program: its version, rules and schemas. */
  readonly build: string;
  readonly options: AssessOptions;
  /** Of what else the answer depends on: personal settings, a named configuration. */
  readonly settings: unknown;
}

/**
 * What earlier runs told of texts. An answer is given again only where everything that it depended on is the same: the
 * program, the options, the configuration that holds for the file and the schemas it names, the text, and each other file
 * that was looked at (whether it is there, what stands in it, and the configuration that holds for it).
 */
export class ResultCache<Told> {
  readonly #settings: CacheSettings;
  readonly #work: Work<Told>;
  readonly #service: ReleaseDocsService;
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #common: string;
  readonly #old: Map<string, CacheEntry>;
  readonly #new = new Map<string, CacheEntry>();
  readonly #answers = new Map<string, Promise<string>>();
  readonly #configurations = new Map<Configuration, Promise<string>>();
  readonly #keys = new WeakMap<Input, Promise<string>>();
  #changed = false;

  private constructor(
    settings: CacheSettings,
    work: Work<Told>,
    service: ReleaseDocsService,
    files: FileSystem,
    old: Map<string, CacheEntry>,
  ) {
    this.#settings = settings;
    this.#work = work;
    this.#service = service;
    this.#files = files;
    this.#old = old;
    this.#path = pathOf(settings);
    const { stage, as, kind, phase, today } = settings.options;
    this.#common = digest(work.name, stage, as, kind, phase, today, JSON.stringify(settings.settings));
  }

  static async open<Told>(
    settings: CacheSettings,
    work: Work<Told>,
    service: ReleaseDocsService,
    files: FileSystem,
  ): Promise<ResultCache<Told>> {
    return new ResultCache(settings, work, service, files, await readCache(pathOf(settings), settings.build));
  }

  /** What an earlier run told of these inputs, for each where that still holds. */
  async find(inputs: readonly Input[]): Promise<readonly (Judged<Told> | undefined)[]> {
    // Documents of a folder mostly ask for each other: a text that was just read need not be read for that again.
    for (const input of inputs) {
      if (input.file !== undefined) this.#answers.set(`text ${input.uri}`, this.#keyOf(input));
    }
    const found: (Judged<Told> | undefined)[] = [];
    for (const input of inputs) found.push(await this.#find(input));
    return found;
  }

  async #find(input: Input): Promise<Judged<Told> | undefined> {
    const name = this.#nameOf(input);
    const entry = this.#old.get(name);
    if (entry === undefined || entry.key !== (await this.#keyOf(input))) return undefined;
    for (const [asked, uri, answer] of entry.files) {
      if (!isQuestion(asked) || (await this.#answer({ asked, uri })) !== answer) return undefined;
    }
    this.#new.set(name, entry);
    const { told } = entry;
    if (told === undefined) return {};
    return this.#work.accepts(told) ? { told } : undefined;
  }

  /** Keeps what was told of an input. */
  async keep(input: Input, { told, lookedAt }: Judged<Told>): Promise<void> {
    if (lookedAt === undefined) return;
    this.#changed = true;
    const files: CacheEntry["files"][number][] = [];
    for (const question of lookedAt) files.push([question.asked, question.uri, await this.#answer(question)]);
    this.#new.set(this.#nameOf(input), { key: await this.#keyOf(input), files, ...(told !== undefined && { told }) });
  }

  /** Writes the cache where it differs from what was read. A folder that cannot be written to costs time, not the answer. */
  async close(): Promise<void> {
    if (!this.#changed) return;
    const entries = this.#old.size > largest ? this.#new : new Map([...this.#old, ...this.#new]);
    await writeCache(this.#path, this.#settings.build, entries).catch(() => {});
  }

  #nameOf({ uri, path }: Input): string {
    return `${this.#common} ${path} ${uri}`;
  }

  #keyOf(input: Input): Promise<string> {
    const key = this.#keys.get(input) ?? this.#digestText(input.uri, input.text);
    this.#keys.set(input, key);
    return key;
  }

  async #digestText(uri: string, text: string | undefined): Promise<string> {
    return digest(text, await this.#configuration(uri));
  }

  /** The digest of the configuration that holds for a file, and of the schemas that it names. */
  async #configuration(uri: string): Promise<string> {
    const configuration = await this.#service.configurationFor(uri);
    const known = this.#configurations.get(configuration) ?? this.#digestConfiguration(configuration);
    this.#configurations.set(configuration, known);
    return known;
  }

  async #digestConfiguration(configuration: Configuration): Promise<string> {
    const schemas = configuration.documents.flatMap(({ schema }) => schema ?? []);
    const texts = await Promise.all(schemas.map((schema) => this.#files.readText(schema)));
    return digest(JSON.stringify(configuration), JSON.stringify(texts));
  }

  /** The digest of what the file system answers to a question; asked once a run. */
  #answer({ asked, uri }: LookedAt): Promise<string> {
    const key = `${asked} ${uri}`;
    const known = this.#answers.get(key) ?? this.#ask(asked, uri);
    this.#answers.set(key, known);
    return known;
  }

  async #ask(asked: LookedAt["asked"], uri: string): Promise<string> {
    if (asked === "root") return this.#files.rootOf(uri);
    if (asked === "exists") return (await this.#files.exists(uri)) ? "yes" : "no";
    return this.#digestText(uri, await this.#files.readText(uri));
  }
}

const isQuestion = (asked: string): asked is LookedAt["asked"] => ["text", "exists", "root"].includes(asked);

function pathOf({ folder, cwd }: CacheSettings): string {
  return join(folder, `${digest(realpathSync(cwd))}.json`);
}
