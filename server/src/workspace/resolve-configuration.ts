import { URI, Utils } from "vscode-uri";
import { createLineIndex } from "../text/line-index.ts";
import { mayReach } from "./bounds.ts";
import type { Configuration } from "./configuration.ts";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import { defaultConfiguration } from "./default-configuration.ts";
import type { FileSystem } from "./file-system.ts";
import { mergeConfiguration } from "./merge-configuration.ts";
import type { PartialConfiguration } from "./partial-configuration.ts";
import { type ConfigurationFile, readConfiguration } from "./read-configuration.ts";
import { wellFormed } from "./relative-path.ts";
import { writtenInSettings } from "./written-in-settings.ts";

/** The name of the file that configures the documents in its folder and below. */
export const configurationName = ".release-docs.yaml";

/** Where configuration files may stand. */
export interface ConfigurationBounds {
  /** URIs of the folders that the search upward stops at; without one that holds the document it goes to the file system root. */
  readonly roots?: readonly string[];
  /** One file that holds for every document instead of the nearest, with globs relative to `root`. All are URIs. */
  readonly file?: { readonly uri: string; readonly root: string };
}

export interface ConfigurationResolver {
  /** The configuration that holds for the document at `uri`. Never rejects; what is wrong stands in its `problems`. */
  configurationFor(uri: string): Promise<Configuration>;
  /** Forgets what was read; with `personal`, takes these settings from now on. */
  changed(personal?: PartialConfiguration): void;
}

/**
 * Finds and reads configuration: the nearest `.release-docs.yaml` from the document's folder upward, what it `extends`, and
 * one person's settings over it. Globs are relative to the folder of the nearest file, also those that it inherits.
 * Read once per folder, until `changed`.
 */
export function createConfigurationResolver(
  files: FileSystem,
  personal: PartialConfiguration = {},
  bounds: ConfigurationBounds = {},
): ConfigurationResolver {
  return new Resolver(files, personal, bounds);
}

class Resolver implements ConfigurationResolver {
  readonly #files: FileSystem;
  readonly #bounds: ConfigurationBounds;
  readonly #roots: ReadonlySet<string>;
  readonly #folders = new Map<string, Promise<Configuration>>();
  #personal: PartialConfiguration;

  constructor(files: FileSystem, personal: PartialConfiguration, bounds: ConfigurationBounds) {
    this.#files = files;
    this.#personal = personal;
    this.#bounds = bounds;
    this.#roots = new Set((bounds.roots ?? []).map((root) => normaliseFolder(URI.parse(root)).toString()));
  }

  configurationFor(uri: string): Promise<Configuration> {
    if (this.#bounds.file !== undefined) return this.#remember("", () => this.#explicit());
    const address = URI.parse(uri);
    if (!address.path.startsWith("/")) return Promise.resolve(this.#complete(defaultConfiguration(uri)));
    return this.#forFolder(Utils.dirname(address));
  }

  changed(personal?: PartialConfiguration): void {
    this.#folders.clear();
    if (personal !== undefined) this.#personal = personal;
  }

  #remember(key: string, read: () => Promise<Configuration>): Promise<Configuration> {
    const known = this.#folders.get(key);
    if (known !== undefined) return known;
    const reading = read();
    this.#folders.set(key, reading);
    return reading;
  }

  async #explicit(): Promise<Configuration> {
    const { uri, root } = this.#bounds.file ?? { uri: "", root: "" };
    const text = await this.#files.readText(uri);
    if (text !== undefined) return this.#fromFile(uri, root, text);
    return unreadable(uri, root, "This configuration file does not exist or cannot be read");
  }

  #forFolder(folder: URI): Promise<Configuration> {
    return this.#remember(folder.toString(), async () => {
      const uri = Utils.joinPath(folder, configurationName).toString();
      const text = await this.#files.readText(uri);
      const parent = Utils.dirname(folder);
      const outer =
        parent.path !== folder.path && !this.#roots.has(folder.toString()) ? this.#forFolder(parent) : undefined;
      if (text !== undefined) return this.#fromFile(uri, folder.toString(), text, (await outer)?.uri);
      if (await this.#files.stands(uri)) return unreadable(uri, folder.toString(), `This ${notReadable}`);
      return outer ?? this.#complete(defaultConfiguration(folder.toString()));
    });
  }

  async #fromFile(uri: string, root: string, text: string, above?: string): Promise<Configuration> {
    const file = readConfiguration(text);
    const chain = await readChain(this.#files, uri, file);
    const base = chain.settings.reduce(mergeConfiguration, defaultConfiguration(root));
    const [first] = chain.problems;
    return this.#complete({
      ...base,
      uri,
      files: chain.files,
      ...(above !== undefined && { above }),
      ...(first !== undefined && { unread: first.message }),
      problems: [...file.problems, ...chain.problems],
    });
  }

  #complete(configuration: Configuration): Configuration {
    return mergeConfiguration(configuration, { ...this.#personal, written: writtenInSettings(this.#personal) });
  }
}

/** So many files may build on each other. */
const mostBases = 50;

interface Chain {
  /** URIs, the file itself first. */
  readonly files: readonly string[];
  /** From the outermost base to the file itself. */
  readonly settings: readonly PartialConfiguration[];
  /** Problems of the bases, at the `extends` of the first file. */
  readonly problems: readonly ConfigurationProblem[];
}

const notReadable =
  "configuration file cannot be read, or is a link that leads out of the repository or to nothing: write it as a text file in UTF-8, or remove it";

/** What holds where a configuration file is there and not read: it is no Go until that is mended. */
const unreadable = (uri: string, root: string, message: string): Configuration => ({
  ...defaultConfiguration(root),
  uri,
  unread: message,
  problems: [{ message, start: 0, end: 0 }],
});

async function readChain(files: FileSystem, uri: string, first: ConfigurationFile): Promise<Chain> {
  const problems: ConfigurationProblem[] = [];
  const at = first.extends?.at ?? { start: 0, end: 0 };
  /** What a file says, with where it says so. */
  const settingsOf = async ({ settings, written }: ConfigurationFile, from: string): Promise<PartialConfiguration> => {
    const { found, outside } = await absoluteSchemas(files, settings, from);
    for (const schema of outside) problems.push({ message: leadsOut("schema", schema), ...at });
    return { ...found, written: written.map((entry) => ({ ...entry, uri: from })) };
  };
  const settings: PartialConfiguration[] = [await settingsOf(first, uri)];
  const seen = [uri];
  for (let file = first, from = uri; file.extends !== undefined; ) {
    const { path } = file.extends;
    const base = resolvePath(from, path);
    if (base === undefined) {
      problems.push({ message: `extends must name a local file, not ${path}`, ...at });
      break;
    }
    if (seen.includes(base)) {
      const circle = [...seen.slice(seen.indexOf(base)), base].map(baseName).join(" → ");
      problems.push({ message: `extends goes round in a circle: ${circle}`, ...at });
      break;
    }
    if (seen.length >= mostBases) {
      problems.push({
        message: `extends goes on over more than ${mostBases} files: write what holds in fewer of them`,
        ...at,
      });
      break;
    }
    if (!(await mayReach(files, from, base))) {
      problems.push({ message: leadsOut("extends", path), ...at });
      break;
    }
    const text = await files.readText(base);
    if (text === undefined) {
      problems.push({ message: `extends names ${path}, which does not exist or cannot be read`, ...at });
      break;
    }
    seen.push(base);
    file = readConfiguration(text);
    from = base;
    settings.unshift(await settingsOf(file, base));
    const lines = createLineIndex(text);
    for (const { start } of file.problems) {
      const { line, character } = lines.position(start);
      problems.push({ message: notSound(path, line + 1, character + 1), ...at });
    }
  }
  return { files: seen, settings, problems };
}

const leadsOut = (key: string, path: string): string =>
  `${key} names ${path}, which leads out of the repository: keep it within`;

/** What another file holds is not repeated: it may be any file of the repository. */
const notSound = (path: string, line: number, column: number): string =>
  `extends names ${path}, which is no sound configuration at line ${line}, column ${column}: release-docs check --config ${path} tells more`;

/** Schemas are named relative to the file that names them. `outside`: those that lead out, as written; they are left out. */
async function absoluteSchemas(
  files: FileSystem,
  settings: PartialConfiguration,
  uri: string,
): Promise<{ readonly found: PartialConfiguration; readonly outside: readonly string[] }> {
  if (settings.documents === undefined) return { found: settings, outside: [] };
  const outside: string[] = [];
  const documents: Configuration["documents"][number][] = [];
  for (const { schema, ...rest } of settings.documents) {
    const resolved = schema === undefined ? undefined : (resolvePath(uri, schema) ?? schema);
    if (resolved === undefined) documents.push(rest);
    else if (await mayReach(files, uri, resolved)) documents.push({ ...rest, schema: resolved });
    else {
      outside.push(schema ?? "");
      documents.push(rest);
    }
  }
  return { found: { ...settings, documents }, outside };
}

/** The URI of a path that the file at `from` names; `undefined` for an address with a scheme, or on another machine. */
function resolvePath(from: string, path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path) || path.startsWith("//")) return undefined;
  const folder = Utils.dirname(URI.parse(from));
  const whole = wellFormed(path);
  const resolved = whole.startsWith("/") ? folder.with({ path: whole }) : Utils.joinPath(folder, whole);
  return resolved.toString();
}

function normaliseFolder(folder: URI): URI {
  return folder.path.length > 1 && folder.path.endsWith("/") ? folder.with({ path: folder.path.slice(0, -1) }) : folder;
}

function baseName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}
