import type { Format } from "../text/format.ts";
import { withLineFeeds } from "../text/line-feeds.ts";
import { firstHeading } from "../text/markdown/first-heading.ts";
import { type FrontMatterSpan, frontMatterSpan } from "../text/markdown/front-matter-span.ts";
import { withoutInvisible } from "../text/values/invisible.ts";
import { withoutLookAlikes } from "../text/values/look-alike.ts";
import { expression, textStarts } from "../words/lists.ts";
import type { KindDefinition } from "./kind.ts";
import { mayDeclare, maySayKind } from "./may-declare.ts";
import { shownTitle } from "./shown-title.ts";
import { statedIdentities } from "./stated-identity.ts";

/** Which kind a file is of, and whether it says so itself or is only recognised by its title. */
export interface Identity {
  readonly format: Format;
  readonly kind: KindDefinition;
  readonly declared: boolean;
}

const yamlName = /\.ya?ml$/i;
const markdownName = /\.(?:md|markdown|mdown|mkd)$/i;

/** What comes after this many characters of a heading names no kind. */
const longestTitle = 300;

/** The format that a file name promises; `undefined` for any other file. */
export function formatOf(uri: string): Format | undefined {
  const [path = ""] = uri.split(/[?#]/, 1);
  if (yamlName.test(path)) return "yaml";
  return markdownName.test(path) ? "markdown" : undefined;
}

/** The two keys as nearly every manifest writes them. */
const ordinaryVersion = /^["']?apiVersion["']?[ \t]*:[ \t]*["']?release-docs\//m;
const ordinaryKind = /^["']?kind["']?[ \t]*:[ \t]*["']?ReleaseManifest["']?[ \t]*(?:#.*)?\r?$/m;

/**
 * Whether a text is a manifest of ours by its own words: `apiVersion: release-docs/…` and `kind: ReleaseManifest`, in
 * whatever way YAML lets them be written, in any document of the text.
 */
export function declaresManifest(text: string): boolean {
  if (!mayDeclare(text)) return false;
  if (ordinaryVersion.test(text) && ordinaryKind.test(text)) return true;
  return statedIdentities(text).some(
    ({ apiVersion = "", kind = "" }) => /^release-docs(?:\/|$)/i.test(apiVersion) && read(kind) === "ReleaseManifest",
  );
}

/** A name as a reader sees it: what hides or imitates in it is told by a rule. */
const read = (name: string): string => withoutLookAlikes(withoutInvisible(name));

const plainKind = /^kind:[ \t]+([\w-]+)[ \t]*(?:#.*)?\r?$/m;

/** `kind` of the YAML of a front matter. */
function kindIn(yaml: string): string | undefined {
  if (!maySayKind(yaml)) return undefined;
  return plainKind.exec(yaml)?.[1] ?? statedIdentities(yaml)[0]?.kind;
}

/** The front matter of a Markdown text; see `frontMatterSpan`. */
export const frontMatterOf = (text: string): FrontMatterSpan | undefined =>
  frontMatterSpan(text, (yaml) => kindIn(yaml) !== undefined);

/** Titles about the subject, not of a document of it. */
const aboutTheSubject = textStarts("titleAbout");
const goesOn = expression((either) => either("titleGoesOn"));

/**
 * Whether a first heading names a document of the kind: a few words may come before the phrase (*Enterprise Release
 * Management Plan*), and a name, version, date or the word template after it. `…` in a phrase stands for up to three words.
 * Of a longer heading the first 300 characters are read.
 */
export function isTitleOf(heading: string, phrase: string): boolean {
  const title = heading.trim().slice(0, longestTitle);
  // Most titles lack a word of most phrases: then no expression is made.
  const said = title.toLowerCase();
  const demanded = phrase.toLowerCase().split(/\s+/);
  if (!demanded.every((word) => word === "…" || said.includes(word)) || aboutTheSubject(title)) return false;
  const words = phrase
    .trim()
    .split(/\s+/)
    .map((word) => (word === "…" ? "(?:[\\p{L}\\p{N}&/-]+\\s+){0,3}" : `${escapeRegExp(word)}\\s+`));
  const body = words.join("").replace(/\\s\+$/, "");
  const before = "(?:^|.*[^\\p{L}\\p{N}])";
  const after = `(?:\\s*$|\\s*[:(\\[|,/–—-].*|\\s*â.*|\\s+(?:v?\\d|v?\\[|v?X\\.|${goesOn().source}).*)`;
  const match = new RegExp(`^(?<before>${before})${body}${after}`, "iu").exec(title);
  if (match === null) return false;
  return (match.groups?.before ?? "").trim().split(/\s+/).length <= 6;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Decides whether a file is ours, and what it is (design: *Which files*). `declaredKind` comes from a glob of the
 * configuration or `--kind` and beats what the text says; `format` is that of a text without a name that tells it. `undefined`:
 * not ours, never a word about it.
 */
export function identify(
  uri: string,
  text: string,
  kinds: readonly KindDefinition[],
  declaredKind?: string,
  format = formatOf(uri),
): Identity | undefined {
  if (format === undefined) return undefined;
  const named = (name: string): KindDefinition | undefined =>
    kinds.find((kind) => kind.name === name && kind.format === format);
  if (declaredKind !== undefined) {
    const kind = named(declaredKind);
    return kind && { format, kind, declared: true };
  }
  if (format === "yaml") {
    const kind = declaresManifest(withLineFeeds(text)) ? named("ReleaseManifest") : undefined;
    return kind && { format, kind, declared: true };
  }
  const lines = withLineFeeds(text);
  const frontMatter = frontMatterOf(lines);
  const kind = frontMatter && kindIn(lines.slice(frontMatter.bodyStart, frontMatter.bodyEnd));
  const stated = kind === undefined ? undefined : named(read(kind));
  if (stated !== undefined) return { format, kind: stated, declared: true };
  const heading = firstHeading(lines, frontMatter?.end);
  if (heading === undefined) return undefined;
  const title = shownTitle(heading);
  const recognised = kinds.find(
    (kind) => kind.format === "markdown" && kind.titles.some((phrase) => isTitleOf(title, phrase)),
  );
  return recognised && { format, kind: recognised, declared: false };
}
