/** What is known of a document before any server runs. */
export interface DocumentHead {
  readonly languageId: string;
  /** Path or URI, with `/`. */
  readonly path: string;
  /** The first few thousand characters of its text. */
  readonly head: string;
}

/** How much of a text is looked at. */
export const headLength = 8192;

const kind = /^kind:[ \t]*["']?(?:Release[A-Z]|DeploymentReport)/m;
const apiVersion = /^apiVersion:[ \t]*["']?release-docs\//m;
const release = /\brelease\b/iu;
const sort = /\b(?:runbook|manifest|plan|checklist)\b/iu;

/**
 * Whether a document may be ours, so that the server is worth starting. Cheap, and says yes too often rather than too
 * seldom: the server decides, and says nothing about documents that are not ours.
 */
export function isReleaseDocument({ languageId, path, head }: DocumentHead): boolean {
  if (languageId === "release-manifest" || /(?:^|\/)\.release-docs\.ya?ml$/.test(path)) return true;
  if (languageId === "yaml") return apiVersion.test(head);
  if (languageId !== "markdown") return false;
  const { frontMatter, body } = split(head);
  return kind.test(frontMatter) || isReleaseTitle(firstHeading(body));
}

/** The word “release”, and behind it what sort of document it is. */
function isReleaseTitle(title: string): boolean {
  const found = release.exec(title);
  return found !== null && sort.test(title.slice(found.index + found[0].length));
}

function split(head: string): { readonly frontMatter: string; readonly body: string } {
  const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(head);
  if (block === null) return { frontMatter: "", body: head };
  return { frontMatter: block[1] ?? "", body: head.slice(block[0].length) };
}

/** A text without the comments that begin a line. */
function withoutComments(body: string): string {
  let rest = "";
  let at = 0;
  for (const { index } of body.matchAll(/^ {0,3}<!--/gm)) {
    if (index < at) continue;
    const end = body.indexOf("-->", index);
    if (end === -1) break;
    rest += body.slice(at, index);
    at = end + 3;
  }
  return rest + body.slice(at);
}

/** The first heading outside fences and comments; empty when there is none. */
function firstHeading(body: string): string {
  let fence = "";
  let previous = "";
  for (const line of withoutComments(body).split(/\r?\n/)) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence !== "") {
      if (marker.startsWith(fence)) fence = "";
    } else if (marker !== "") fence = marker;
    else if (/^\uFEFF? {0,3}#{1,6}[ \t]/.test(line)) return line;
    else if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line) && previous.trim() !== "") return previous;
    previous = line;
  }
  return "";
}
