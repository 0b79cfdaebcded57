import { CompletionItemKind } from "vscode-languageserver-types";
import { githubSlug } from "../../document/markdown/github-slug.ts";
import type { ReleaseDocument } from "../../document/model.ts";
import type { KnownDocument } from "../feature.ts";
import { suggestPaths } from "./suggest-paths.ts";
import type { Suggestion } from "./suggestion.ts";

interface Anchor {
  readonly title: string;
  readonly anchor: string;
}

/** The headings of a document with their anchors, as GitHub makes them. */
export function anchorsOf({ title, sections, format }: ReleaseDocument): readonly Anchor[] {
  if (format !== "markdown") return [];
  const counts = new Map<string, number>();
  const titles = [...(title === undefined ? [] : [title.value]), ...sections.map((section) => section.title)];
  return titles.map((heading) => {
    const slug = githubSlug(heading);
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return { title: heading, anchor: count === 0 ? slug : `${slug}-${count}` };
  });
}

/** Targets of a link, within its parentheses: headings of this document, files, headings of another one after its `#`. */
export function suggestTargets(
  document: ReleaseDocument,
  typed: string,
  paths: readonly string[],
  others: readonly KnownDocument[],
): readonly Suggestion[] {
  const hash = typed.indexOf("#");
  if (hash > 0) {
    const file = resolve(document.uri, typed.slice(0, hash));
    const other = others.find((known) => known.document.uri === file);
    return other === undefined ? [] : anchorsOf(other.document).map((anchor) => target(typed.slice(0, hash), anchor));
  }
  const anchors = anchorsOf(document).map((anchor) => target("", anchor));
  if (hash === 0) return anchors;
  const files = suggestPaths(paths, typed).map(
    ({ value, kind }): Suggestion => ({ label: value, kind, text: encoded(value) }),
  );
  return [...anchors, ...files];
}

const target = (file: string, { title, anchor }: Anchor): Suggestion => ({
  label: `${file}#${anchor}`,
  detail: title,
  kind: CompletionItemKind.Reference,
  text: `${file}#${anchor}`,
});

/** Whole links, from their opening bracket on. */
export function suggestLinks(document: ReleaseDocument, paths: readonly string[]): readonly Suggestion[] {
  const headings = anchorsOf(document).map(
    ({ title, anchor }): Suggestion => ({
      label: title,
      detail: `#${anchor}`,
      kind: CompletionItemKind.Reference,
      text: `[${title.replace(/[[\]]/g, "\\$&")}](#${anchor})`,
      filter: `[${title}`,
    }),
  );
  const files = suggestPaths(paths, "").map(({ value, kind }): Suggestion => {
    const name = value.slice(value.lastIndexOf("/") + 1);
    return { label: value, kind, text: `[${name}](${encoded(value)})`, filter: `[${value}` };
  });
  return [...headings, ...files];
}

const encoded = (path: string): string =>
  path.replace(/[ ()<>]/g, (character) => encodeURIComponent(character).replace("(", "%28").replace(")", "%29"));

/** The URI of a relative path beside a document. */
function resolve(uri: string, path: string): string {
  const steps = uri.slice(0, uri.lastIndexOf("/")).split("/");
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
