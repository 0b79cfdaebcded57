import { URI, Utils } from "vscode-uri";
import type { ReleaseDocument } from "../document/model.ts";
import { Recent } from "../text/recent.ts";
import { slug } from "../text/values/slug.ts";
import { expression } from "../words/lists.ts";
import { isWithin, mayReach } from "./bounds.ts";
import type { CachedFiles } from "./cached-files.ts";
import type { FileSystem } from "./file-system.ts";
import { type LookedAt, type ObservedFiles, observeFiles } from "./looked-at.ts";
import { wellFormed } from "./relative-path.ts";

/** What other files say of a document, gathered before the rules run, so that rules stay synchronous. */
export interface Related {
  /** Whether a relative link of the document leads somewhere: by target as written; absent when not looked up. */
  readonly links: ReadonlyMap<string, LinkState>;
  /** The runbook that this manifest names, or the manifest that this document links to. */
  readonly counterpart?: ReleaseDocument;
  /** True when a linked rollback document exists and holds steps. */
  readonly rollbackElsewhere: boolean;
}

/** Reads a file as a release document, as the engine would; `undefined` when it is not there or not ours. Asks `files`. */
export type ReadRelated = (uri: string, files: FileSystem) => Promise<ReleaseDocument | undefined>;

type ReadOther = (uri: string) => Promise<ReleaseDocument | undefined>;

const steps = expression(
  (either) => `^[ \\t]*(?:\\d+[.)]\\s|[-*+]\\s|\`\`\`|~~~|(?:(?:#|--)[ \\t]*)?${either("stepWord")} \\d)`,
  "im",
);

function namesManifest(target: string): boolean {
  const name = target.slice(target.lastIndexOf("/") + 1).toLowerCase();
  return name.includes("release-manifest") && /\.(?:ya?ml|md)$/.test(name);
}

/** The URI that a link of a document leads to, without its fragment; `undefined` for what is no file of the workspace. */
export function resolveLink(uri: string, target: string): string | undefined {
  const [path = ""] = target.split(/[?#]/, 1);
  if (path === "" || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith("//")) return undefined;
  const from = URI.parse(uri);
  if (!from.path.startsWith("/") || path.startsWith("/")) return undefined;
  return Utils.joinPath(Utils.dirname(from), wellFormed(decode(path))).toString();
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What other files say of a document, and which were asked. */
export interface Relation {
  readonly related: Related;
  readonly lookedAt: readonly LookedAt[];
}

/** `outside`: it leads out of the repository or workspace, where nothing is looked up. */
type LinkState = "exists" | "missing" | "missing-anchor" | "outside";

/**
 * Looks up what documents point to, and keeps the answer for each as long as it asks the same and no file changed: a
 * keystroke seldom changes what is linked. Asks each file at most once.
 */
export class Relations {
  readonly #files: CachedFiles;
  readonly #read: ReadRelated;
  readonly #answers = new Recent<Answer>(mostAnswers);

  constructor(files: CachedFiles, read: ReadRelated) {
    this.#files = files;
    this.#read = read;
  }

  async of(document: ReleaseDocument): Promise<Relation> {
    const kept = this.#answers.get(document.uri);
    if (kept !== undefined && kept.age === this.#files.age && asksTheSame(kept.document, document)) {
      const links = resembles(kept.document.anchors, document.anchors)
        ? kept.related.links
        : withAnchors(document, kept.related.links);
      return { related: { ...kept.related, links }, lookedAt: kept.lookedAt };
    }
    const { age } = this.#files;
    const addresses = kept !== undefined && kept.addresses.size < mostAddresses ? kept.addresses : new Map();
    const observed = observeFiles(this.#files);
    const related = await gatherRelated(document, observed, (uri) => this.#read(uri, observed), addresses);
    const { lookedAt } = observed;
    if (age === this.#files.age) {
      this.#answers.set(document.uri, { age, document: questionsOf(document), related, lookedAt, addresses });
    }
    return { related, lookedAt };
  }

  /** Forgets what was asked for a document. */
  drop(uri: string): void {
    this.#answers.drop(uri);
  }

  /** Forgets all: documents may be of another kind now. */
  changed(): void {
    this.#answers.clear();
  }
}

/** For so many documents the last answer is kept. */
const mostAnswers = 8;
const mostAddresses = 5_000;

/** What an answer depends on in the document itself. */
type Questions = Pick<ReleaseDocument, "references" | "anchors"> & {
  readonly runbook: string | undefined;
  readonly rollbackLinks: ReleaseDocument["rollback"]["links"];
};

interface Answer extends Relation {
  readonly age: number;
  readonly document: Questions;
  /** Addresses by target as written. */
  readonly addresses: Map<string, string | undefined>;
}

const questionsOf = ({ references, anchors, facts, rollback }: ReleaseDocument): Questions => ({
  references,
  anchors,
  runbook: facts.runbook?.value,
  rollbackLinks: rollback.links,
});

function asksTheSame(before: Questions, { references, facts, rollback }: ReleaseDocument): boolean {
  if (before.runbook !== facts.runbook?.value || before.references.length !== references.length) return false;
  if (before.rollbackLinks.length !== rollback.links.length) return false;
  for (const [at, link] of rollback.links.entries()) if (before.rollbackLinks[at]?.value !== link.value) return false;
  for (let at = 0; at < references.length; at++) {
    const one = before.references[at];
    const other = references[at];
    if (one !== other && (one?.target !== other?.target || one?.kind !== other?.kind)) return false;
  }
  return true;
}

function resembles(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const anchor of a) if (!b.has(anchor)) return false;
  return true;
}

/** The same answers, but for links within the document. */
function withAnchors(document: ReleaseDocument, before: Related["links"]): Related["links"] {
  const links = new Map(before);
  const anchorState = anchorStates();
  for (const { kind, target } of document.references) {
    if (kind === "anchor") links.set(target, anchorState(document.anchors, target));
  }
  return links;
}

/** Looks up what a document points to. `addresses` is filled: what its targets resolve to does not change. */
async function gatherRelated(
  document: ReleaseDocument,
  files: ObservedFiles,
  read: ReadOther,
  addresses: Map<string, string | undefined>,
): Promise<Related> {
  const links = new Map<string, LinkState>();
  const anchorState = anchorStates();
  const asked: Promise<void>[] = [];
  const root = document.references.some(({ kind }) => kind === "file") ? await files.rootOf(document.uri) : "";
  const seen = new Set<string>();
  for (const { kind, target } of document.references) {
    if ((kind !== "file" && kind !== "anchor") || seen.has(target)) continue;
    seen.add(target);
    if (kind === "anchor") {
      links.set(target, anchorState(document.anchors, target));
      continue;
    }
    if (!addresses.has(target)) addresses.set(target, resolveLink(document.uri, target));
    const uri = addresses.get(target);
    if (uri === undefined) continue;
    if (!isWithin(root, uri)) {
      links.set(target, "outside");
      continue;
    }
    const known = namesAnchor(target) ? undefined : files.known(uri);
    if (known !== undefined) links.set(target, known ? "exists" : "missing");
    else asked.push(fileState(uri, target, files, read, anchorState).then((state) => void links.set(target, state)));
  }
  await Promise.all(asked);
  const counterpart = await findCounterpart(document, files, read);
  const rollbackElsewhere = await hasStepsElsewhere(document, files);
  return { links, rollbackElsewhere, ...(counterpart === undefined ? {} : { counterpart }) };
}

type AnchorState = (anchors: ReadonlySet<string>, target: string) => LinkState;

/** Tells whether targets name one of some anchors; what many targets ask of the same anchors is made once. */
function anchorStates(): AnchorState {
  const slugs = new Map<ReadonlySet<string>, ReadonlySet<string>>();
  const isLike = (anchors: ReadonlySet<string>, anchor: string): boolean => {
    const known = slugs.get(anchors) ?? new Set([...anchors].map(slug));
    slugs.set(anchors, known);
    return known.has(slug(anchor));
  };
  return (anchors, target) => {
    const anchor = decode(target.slice(target.indexOf("#") + 1)).toLowerCase();
    const isThere = anchor === "" || anchor === "top" || anchors.has(anchor) || isLike(anchors, anchor);
    return isThere ? "exists" : "missing-anchor";
  };
}

/** A link into a Markdown file, which must be read to know. */
const namesAnchor = (target: string): boolean => /\.md#/i.test(target);

async function fileState(
  uri: string,
  target: string,
  files: FileSystem,
  read: ReadOther,
  anchorState: AnchorState,
): Promise<LinkState> {
  if (!(await files.exists(uri))) return "missing";
  if (!namesAnchor(target)) return "exists";
  const other = await read(uri);
  return other === undefined ? "exists" : anchorState(other.anchors, target);
}

async function findCounterpart(
  document: ReleaseDocument,
  files: FileSystem,
  read: ReadOther,
): Promise<ReleaseDocument | undefined> {
  const named =
    document.facts.runbook?.value ??
    document.references.find(({ kind, target }) => kind === "file" && namesManifest(target))?.target;
  const uri = named === undefined ? undefined : resolveLink(document.uri, named);
  if (uri === undefined || uri === document.uri || !(await mayReach(files, document.uri, uri))) return undefined;
  return read(uri);
}

async function hasStepsElsewhere(document: ReleaseDocument, files: FileSystem): Promise<boolean> {
  for (const { value } of document.rollback.links) {
    const uri = resolveLink(document.uri, value);
    if (uri === undefined || uri === document.uri || !(await mayReach(files, document.uri, uri))) continue;
    const text = await files.readText(uri);
    if (text !== undefined && (!/\.(?:md|markdown)$/i.test(uri) || steps().test(text))) return true;
  }
  return false;
}
