import { CompletionItemKind } from "vscode-languageserver-types";
import { type Heading, headingsOf } from "../../document/markdown/compose/headings.ts";
import type { ReleaseDocument } from "../../document/model.ts";
import { resolveLink } from "../../workspace/related.ts";
import type { KnownDocument } from "../feature.ts";
import { suggestPaths } from "./suggest-paths.ts";
import type { Suggestion } from "./suggestion.ts";

/** Targets of a link, within its parentheses: headings of this document, files, headings of another one after its `#`. */
export function suggestTargets(
  document: ReleaseDocument,
  typed: string,
  paths: readonly string[],
  others: readonly KnownDocument[],
): readonly Suggestion[] {
  const hash = typed.indexOf("#");
  if (hash > 0) {
    const file = resolveLink(document.uri, typed.slice(0, hash));
    const other = others.find((known) => known.document.uri === file);
    return other === undefined ? [] : headingsOf(other.document).map((anchor) => target(typed.slice(0, hash), anchor));
  }
  const anchors = headingsOf(document).map((anchor) => target("", anchor));
  if (hash === 0) return anchors;
  const files = suggestPaths(paths, typed).map(
    ({ value, kind }): Suggestion => ({ label: value, kind, text: encoded(value) }),
  );
  return [...anchors, ...files];
}

const target = (file: string, { title, anchor }: Heading): Suggestion => ({
  label: `${file}#${anchor}`,
  detail: title,
  kind: CompletionItemKind.Reference,
  text: `${file}#${anchor}`,
});

/** Whole links, from their opening bracket on. */
export function suggestLinks(document: ReleaseDocument, paths: readonly string[]): readonly Suggestion[] {
  const headings = headingsOf(document).map(
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
