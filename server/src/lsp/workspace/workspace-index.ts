import type { CancellationToken, Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Assessment,
  createLineIndex,
  discoveredBy,
  Recent,
  type ReleaseDocsService,
  relativePath,
} from "../../engine/index.ts";
import { type KnownDocument, type NamedPlace, namedPlaces, outline } from "../../language/index.ts";
import { requestCancelled } from "../cancelled.ts";
import { configurationDiagnostics, toDiagnostics, unreadDiagnostic } from "../diagnostics/to-diagnostics.ts";
import type { ChecklistDocument } from "../protocol.ts";
import { checklistDocument } from "../views/checklist.ts";
import type { ClientFiles } from "./client-files.ts";
import { configurationGlob, isConfigurationFile } from "./configuration-file.ts";

const anyDocument = ["**/*.{md,markdown}", "**/*.{yaml,yml}"];
const neverSearched = ["**/node_modules/**", "**/.git/**"];

/** What is kept of a file. */
interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly places: readonly NamedPlace[];
  /** Absent for a file that is not ours. */
  readonly checklist?: ChecklistDocument;
}

const nothing: Report = { diagnostics: [], places: [] };
/** Documents kept whole, for those who look at others; a file that is only reported on keeps no document. */
const mostKnown = 200;

/** The release documents that are not open: those that the discovery globs of the configuration name. */
export class WorkspaceIndex {
  readonly #service: ReleaseDocsService;
  readonly #files: ClientFiles;
  readonly #reports = new Map<string, Report>();
  readonly #known = new Recent<KnownDocument>(mostKnown);
  #folders: readonly string[] = [];
  #listing: Promise<readonly string[]> | undefined;
  #changes = 0;

  constructor(service: ReleaseDocsService, files: ClientFiles) {
    this.#service = service;
    this.#files = files;
  }

  /** URIs of the workspace folders. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map((folder) => folder.replace(/\/$/, ""));
    this.#files.setFolders(this.#folders);
    this.forget();
  }

  /** Forgets all: the configuration changed, or a file that others were judged by. */
  forget(): void {
    this.#changes++;
    this.#listing = undefined;
    this.#reports.clear();
    this.#known.clear();
  }

  /** Forgets what was found in one file. */
  changed(uri: string): void {
    this.#changes++;
    this.#reports.delete(uri);
    this.#known.drop(uri);
  }

  /** A file came or went: which ones there are must be asked again. */
  listingChanged(): void {
    this.#listing = undefined;
  }

  /** URIs of the discovered files, open ones included. Searched once, until the listing or the configuration changes. */
  list(): Promise<readonly string[]> {
    if (this.#listing !== undefined) return this.#listing;
    const listing = this.#search();
    this.#listing = listing;
    listing.catch(() => {
      if (this.#listing === listing) this.#listing = undefined;
    });
    return listing;
  }

  /** The findings of a file as it is stored; none for a file that is not ours, or cannot be read. */
  async diagnostics(uri: string, token: CancellationToken): Promise<readonly Diagnostic[]> {
    return (await this.#report(uri, token)).diagnostics;
  }

  /** What can be found by name in a file as it is stored. */
  async places(uri: string, token: CancellationToken): Promise<readonly NamedPlace[]> {
    return (await this.#report(uri, token)).places;
  }

  /** A file as it is stored, as a list of documents shows it; `undefined` for one that is not ours. */
  async checklist(uri: string, token: CancellationToken): Promise<ChecklistDocument | undefined> {
    return (await this.#report(uri, token)).checklist;
  }

  /** A file as it is stored, judged; `undefined` for one that is not ours, or cannot be read. Nothing of it is kept. */
  assess(uri: string, token: CancellationToken): Promise<Assessment | undefined> {
    return this.#assess(uri, token);
  }

  /** A file as it is stored, whole; `undefined` for a file that is not ours, or cannot be read. */
  async known(uri: string, token: CancellationToken): Promise<KnownDocument | undefined> {
    const kept = this.#known.get(uri);
    if (kept !== undefined) return kept;
    const changes = this.#changes;
    const assessment = await this.#assess(uri, token);
    if (assessment === undefined) return undefined;
    const known = { document: assessment.document, lines: createLineIndex(assessment.document.text) };
    if (this.#changes === changes) this.#known.set(uri, known);
    return known;
  }

  async #report(uri: string, token: CancellationToken): Promise<Report> {
    const kept = this.#reports.get(uri);
    if (kept !== undefined) return kept;
    const changes = this.#changes;
    const report = await this.#judge(uri, token);
    if (this.#changes === changes) this.#reports.set(uri, report);
    return report;
  }

  async #judge(uri: string, token: CancellationToken): Promise<Report> {
    const text = await this.#read(uri, token);
    if (text === undefined) return { ...nothing, diagnostics: await this.#unread(uri) };
    const document = TextDocument.create(uri, "", 0, text);
    const assessment = await this.#assess(uri, token, text);
    if (assessment === undefined) {
      const configuration = await this.#service.configurationFor(uri);
      return { diagnostics: configurationDiagnostics(document, configuration), places: [] };
    }
    const symbols = outline({ assessment, lines: createLineIndex(text) });
    return {
      diagnostics: toDiagnostics(document, assessment),
      places: namedPlaces(assessment, symbols),
      checklist: checklistDocument(assessment, uri),
    };
  }

  /** What is told of a file that is there and cannot be read. */
  async #unread(uri: string): Promise<readonly Diagnostic[]> {
    if (!(await this.#files.stands(uri))) return [];
    if (!isConfigurationFile(uri)) return [unreadDiagnostic];
    const configuration = await this.#service.configurationFor(uri);
    return configurationDiagnostics(TextDocument.create(uri, "", 0, ""), configuration);
  }

  async #read(uri: string, token: CancellationToken): Promise<string | undefined> {
    const text = await this.#files.read(uri);
    if (token.isCancellationRequested) throw requestCancelled();
    return text;
  }

  async #assess(uri: string, token: CancellationToken, given?: string): Promise<Assessment | undefined> {
    const text = given ?? (await this.#read(uri, token));
    if (text === undefined) return undefined;
    try {
      return await this.#service.assess(uri, text, { token });
    } finally {
      this.#service.close(uri);
    }
  }

  async #search(): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const folder of this.#folders) {
      const configurations = await this.#files.find({
        base: folder,
        include: [configurationGlob],
        exclude: neverSearched,
      });
      const roots = new Set([folder, ...configurations.map((uri) => uri.slice(0, uri.lastIndexOf("/")))]);
      for (const root of roots) {
        for (const uri of await this.#below(root)) if (nearestRoot(uri, roots) === root) found.add(uri);
      }
      for (const uri of configurations) found.add(uri);
    }
    return [...found].sort();
  }

  async #below(root: string): Promise<readonly string[]> {
    const configuration = await this.#service.configurationFor(`${root}/.release-docs.yaml`);
    const globs = [...configuration.discovery, ...configuration.documents.map((document) => document.files)];
    const rootIsOwn = relativePath(root, configuration.root) === "";
    const wanted = globs.filter((glob) => !glob.startsWith("!"));
    const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
    const uris = await this.#files.find({
      base: root,
      include: rootIsOwn ? wanted : anyDocument,
      exclude: rootIsOwn ? [...neverSearched, ...unwanted] : neverSearched,
    });
    return uris.filter(discoveredBy(configuration));
  }
}

/** The deepest of the folders that a file stands below. */
function nearestRoot(uri: string, roots: ReadonlySet<string>): string | undefined {
  let nearest: string | undefined;
  for (const root of roots) {
    if (uri.startsWith(`${root}/`) && root.length > (nearest?.length ?? -1)) nearest = root;
  }
  return nearest;
}
