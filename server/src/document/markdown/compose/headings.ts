import type { Span } from "../../../text/place.ts";
import { slug } from "../../../text/values/slug.ts";
import type { ReleaseDocument } from "../../model.ts";
import { isMarkdownDocument, reading } from "./read-markdown.ts";

/** A heading that a link can name; the title is one too. */
export interface Heading {
  /** Its words, as absolute offsets. */
  readonly span: Span;
  readonly title: string;
  /** As GitHub makes it; the second of equal headings ends in `-1`. */
  readonly anchor: string;
}

/** The headings of a Markdown document, in order, with their anchors. */
export function headingsOf(document: ReleaseDocument): readonly Heading[] {
  if (!isMarkdownDocument(document)) return [];
  const counts = new Map<string, number>();
  const numbered = (anchor: string): string => {
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  };
  return document[reading].parts.flatMap(({ content }) => {
    const own = content.passages.flatMap(({ heading }): Heading[] =>
      heading === undefined
        ? []
        : [{ span: document.span(heading.text.at), title: heading.title, anchor: numbered(heading.anchor) }],
    );
    for (const anchor of content.anchors) numbered(anchor);
    return own;
  });
}

/** The heading that the fragment of a link names (without `#`), forgiving what editors forgive. */
export function headingNamed(headings: readonly Heading[], fragment: string): Heading | undefined {
  const wanted = anchorOf(fragment);
  return (
    headings.find(({ anchor }) => anchor === wanted) ??
    headings.find(({ anchor }) => slug(anchor) !== "" && slug(anchor) === slug(wanted))
  );
}

/** The anchor that a fragment asks for. */
export const anchorOf = (fragment: string): string => decode(fragment).toLowerCase();

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
