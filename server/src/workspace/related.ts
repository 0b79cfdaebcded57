import { URI, Utils } from "vscode-uri";
import type { ReleaseDocument } from "../document/model.ts";
import { slug } from "../document/values/slug.ts";
import type { FileSystem } from "./file-system.ts";

/** What other files say of a document, gathered before the rules run, so that rules stay synchronous. */
export interface Related {
  /** Whether a relative link of the document leads somewhere: by target as written; absent when not looked up. */
  readonly links: ReadonlyMap<string, "exists" | "missing" | "missing-anchor">;
  /** The runbook that this manifest names, or the manifest that this document links to. */
  readonly counterpart?: ReleaseDocument;
  /** True when a linked rollback document exists and holds steps. */
  readonly rollbackElsewhere: boolean;
}

/** Reads a file as a release document, as the engine would; `undefined` when it is not there or not ours. */
export type ReadRelated = (uri: string) => Promise<ReleaseDocument | undefined>;

const steps = /^[ \t]*(?:\d+[.)]\s|[-*+]\s|```|~~~|(?:#|--)?\s*Step \d)/m;
const manifestName = /release-manifest[^/]*\.(?:ya?ml|md)$/i;

/** The URI that a link of a document leads to, without its fragment; `undefined` for what is no file of the workspace. */
export function resolveLink(uri: string, target: string): string | undefined {
  const path = target.replace(/[?#].*$/, "");
  if (path === "" || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith("//")) return undefined;
  const from = URI.parse(uri);
  if (!from.path.startsWith("/") || path.startsWith("/")) return undefined;
  return Utils.joinPath(Utils.dirname(from), decode(path)).toString();
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Looks up what a document points to. Asks each file at most once. */
export async function gatherRelated(document: ReleaseDocument, files: FileSystem, read: ReadRelated): Promise<Related> {
  const targets = new Map(document.references.map((reference) => [reference.target, reference]));
  const looked = await Promise.all(
    [...targets.values()].map(async ({ kind, target }) => {
      if (kind === "anchor") return [target, anchorState(document.anchors, target)] as const;
      return [target, kind === "file" ? await fileState(document, target, files, read) : undefined] as const;
    }),
  );
  const links = new Map(looked.flatMap(([target, state]) => (state === undefined ? [] : [[target, state] as const])));
  const counterpart = await findCounterpart(document, read);
  const rollbackElsewhere = await hasStepsElsewhere(document, files);
  return { links, rollbackElsewhere, ...(counterpart === undefined ? {} : { counterpart }) };
}

const anchorState = (anchors: ReadonlySet<string>, target: string): "exists" | "missing-anchor" => {
  const anchor = decode(target.slice(target.indexOf("#") + 1)).toLowerCase();
  return anchor === "" ||
    anchor === "top" ||
    anchors.has(anchor) ||
    [...anchors].some((known) => slug(known) === slug(anchor))
    ? "exists"
    : "missing-anchor";
};

async function fileState(
  document: ReleaseDocument,
  target: string,
  files: FileSystem,
  read: ReadRelated,
): Promise<"exists" | "missing" | "missing-anchor" | undefined> {
  const uri = resolveLink(document.uri, target);
  if (uri === undefined) return undefined;
  if (!(await files.exists(uri))) return "missing";
  if (!target.includes("#") || !/\.md#/i.test(target)) return "exists";
  const other = await read(uri);
  return other === undefined ? "exists" : anchorState(other.anchors, target);
}

async function findCounterpart(document: ReleaseDocument, read: ReadRelated): Promise<ReleaseDocument | undefined> {
  const named =
    document.facts.runbook?.value ??
    document.references.find(({ kind, target }) => kind === "file" && manifestName.test(target))?.target;
  const uri = named === undefined ? undefined : resolveLink(document.uri, named);
  return uri === undefined || uri === document.uri ? undefined : read(uri);
}

async function hasStepsElsewhere(document: ReleaseDocument, files: FileSystem): Promise<boolean> {
  for (const { value } of document.rollback.links) {
    const uri = resolveLink(document.uri, value);
    if (uri === undefined || uri === document.uri) continue;
    const text = await files.readText(uri);
    if (text !== undefined && (!/\.(?:md|markdown)$/i.test(uri) || steps.test(text))) return true;
  }
  return false;
}
