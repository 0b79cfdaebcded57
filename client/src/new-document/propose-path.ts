import { compareVersions } from "./versions.ts";

/** A document of the same kind that is there already. */
export interface Sibling {
  /** From the workspace folder, with `/`. */
  readonly path: string;
  readonly version?: string;
}

export interface Proposal {
  readonly siblings: readonly Sibling[];
  /** Of the new document; absent when it is not known yet. */
  readonly version?: string;
  /** What follows the version in the name of a file: `runbook.md`. */
  readonly ending: string;
  /** The folder that was asked for, from the workspace folder; empty for that folder itself. */
  readonly folder?: string;
}

/** Where documents go that have no siblings. */
const firstFolder = "releases";
const anyVersion = /(?<!\d)\d+\.\d+(?:\.\d+)?/g;

/**
 * Where a new document belongs: beside its siblings, named as the latest of them is, with the new version for the old one:
 * `releases/v2.0.4/runbook.md` → `releases/v2.1.0/runbook.md`. Never in a folder of templates, where it would be one.
 */
export function proposePath({ siblings, version, ending, folder }: Proposal): string {
  const number = version?.trim().replace(/^v(?=\d)/i, "");
  const [latest] = siblings
    .filter(({ path }) => path.endsWith(extensionOf(ending)))
    .toSorted((a, b) => compareVersions(b.version, a.version) || (a.path < b.path ? 1 : -1));
  const wanted = latest && named(latest, number);
  const fresh = version === undefined || version === "" ? ending : `${version}.${ending}`;
  const name = wanted === undefined ? fresh : baseName(wanted);
  if (folder !== undefined) return inFolder(withoutTemplates(folder), name);
  if (wanted !== undefined) return wanted;
  return inFolder(latest === undefined ? firstFolder : folderOf(latest.path), fresh);
}

/** The sibling's path with the new version in it; `undefined` when there is no version to be replaced. */
function named({ path, version }: Sibling, number: string | undefined): string | undefined {
  if (number === undefined || number === "") return undefined;
  const old = version?.replace(/^v(?=\d)/i, "");
  if (old !== undefined && old !== "" && path.includes(old)) return path.replaceAll(old, number);
  return /\d\.\d/.test(path) ? path.replace(anyVersion, number) : undefined;
}

/** A folder of templates makes templates of what stands in it. */
function withoutTemplates(folder: string): string {
  const segments = folder.split("/");
  const at = segments.findIndex((segment) => /^(?:templates?|ISSUE_TEMPLATE)$/i.test(segment));
  return at < 0 ? folder : segments.slice(0, at).join("/");
}

const inFolder = (folder: string, name: string): string => (folder === "" ? name : `${folder}/${name}`);
const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const extensionOf = (ending: string): string => ending.slice(ending.lastIndexOf("."));

/** What follows the version in the name of a document begun from a team's template: `our-runbook-template.md` → `our-runbook.md`. */
export function endingOf(templatePath: string): string {
  const name = baseName(templatePath);
  const extension = extensionOf(name);
  const words = name
    .slice(0, name.length - extension.length)
    .split(/(?<=[-_. ])|(?=[-_. ])/)
    .filter((word) => !/^templates?$/i.test(word))
    .join("")
    .replace(/([-_. ])[-_. ]+/g, "$1")
    .replace(/^[-_. ]|[-_. ]$/g, "");
  return `${words === "" ? "release" : words}${extension}`;
}
