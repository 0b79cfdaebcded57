import { mayDeclare, mayNameKind, maySayKind } from "../../server/src/document/may-declare.ts";
import { shownTitle } from "../../server/src/document/shown-title.ts";
import { withLineFeeds } from "../../server/src/text/line-feeds.ts";
import { firstHeading } from "../../server/src/text/markdown/first-heading.ts";
import { frontMatterSpan } from "../../server/src/text/markdown/front-matter-span.ts";

/** What is known of a document before any server runs. */
export interface UnreadDocument {
  readonly languageId: string;
  /** Path or URI, with `/`. */
  readonly path: string;
  readonly text: string;
}

const release = /\brelease\b/iu;
const sort = /\b(?:runbook|manifest|plan|checklist)\b/iu;

/**
 * Whether a document may be ours, so that the server is worth starting. Cheap, and says yes too often rather than too
 * seldom: the server decides, and says nothing about documents that are not ours.
 */
export function isReleaseDocument({ languageId, path, text }: UnreadDocument): boolean {
  if (languageId === "release-manifest" || /(?:^|\/)\.release-docs\.ya?ml$/.test(path)) return true;
  if (languageId === "yaml") return mayDeclare(text);
  if (languageId !== "markdown") return false;
  const lines = withLineFeeds(text);
  const frontMatter = frontMatterSpan(lines, maySayKind);
  if (frontMatter !== undefined && mayNameKind(lines.slice(frontMatter.bodyStart, frontMatter.bodyEnd))) return true;
  return isReleaseTitle(shownTitle(firstHeading(lines, frontMatter?.end) ?? ""));
}

/** The word “release”, and behind it what sort of document it is. */
function isReleaseTitle(title: string): boolean {
  const found = release.exec(title);
  return found !== null && sort.test(title.slice(found.index + found[0].length));
}
