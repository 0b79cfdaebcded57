import { applyChanges, composeChanges } from "../../../text/changes.ts";
import type { TextChange } from "../../../text/place.ts";
import { anchorOf, type Heading, headingsOf } from "../compose/headings.ts";
import { type MarkdownDocument, readAgain } from "../compose/read-markdown.ts";
import { numberingChanges } from "./numbering.ts";

/**
 * Makes the numbers of headings consecutive where a document numbers them; the links to them in the same document follow.
 * Empty where they are in step, or where headings have no numbers.
 */
export function renumberSections(document: MarkdownDocument): readonly TextChange[] {
  const numbers = numberingChanges(document);
  return numbers.length === 0 ? [] : withLinks(document, numbers);
}

/** Changes of headings together with those of the links to them; no heading comes or goes. */
export function withLinks(document: MarkdownDocument, changes: readonly TextChange[]): readonly TextChange[] {
  const changed = readAgain(document, applyChanges(document.text, changes));
  const links = linkChanges(document, movedAnchors(headingsOf(document), headingsOf(changed)));
  return [...changes, ...links].sort((a, b) => a.start - b.start);
}

/**
 * The same changes of the sections of a document, with numbers that stay in step where they were, and with links that lead
 * where they did. `orderOf` tells which of the headings (by their place in the old text) stand in the new text, in order;
 * `undefined` for a new one; it is given the number of headings that came. `undefined` when the text is then read otherwise.
 */
export function keepNumbers(
  document: MarkdownDocument,
  changes: readonly TextChange[],
  orderOf: (added: number) => readonly (Heading | undefined)[],
): readonly TextChange[] | undefined {
  const changed = readAgain(document, applyChanges(document.text, changes));
  const headings = headingsOf(changed);
  const order = orderOf(Math.max(0, headings.length - headingsOf(document).length));
  const same = order.length === headings.length;
  if (!same || order.some((old, at) => old !== undefined && old.title !== headings[at]?.title)) return undefined;
  const numbers = numberingChanges(document).length === 0 ? numberingChanges(changed) : [];
  const after = numbers.length === 0 ? changed : readAgain(document, applyChanges(changed.text, numbers));
  const links = linkChanges(after, movedAnchors(order, headingsOf(after)));
  return composeChanges(composeChanges(changes, numbers), links);
}

/** Anchors of headings that have another one now. */
function movedAnchors(
  before: readonly (Heading | undefined)[],
  after: readonly Heading[],
): ReadonlyMap<string, string> {
  const moved = before.flatMap((old, at): (readonly [string, string])[] => {
    const anchor = after[at]?.anchor;
    return old === undefined || anchor === undefined || anchor === old.anchor ? [] : [[old.anchor, anchor]];
  });
  return new Map(moved);
}

/** The links of a document to anchors that moved. */
function linkChanges(document: MarkdownDocument, moved: ReadonlyMap<string, string>): readonly TextChange[] {
  if (moved.size === 0) return [];
  return document.references.flatMap(({ kind, target, at }) => {
    const anchor = kind === "anchor" ? moved.get(anchorOf(target.slice(1))) : undefined;
    return anchor === undefined ? [] : [{ ...document.span(at), text: `#${anchor}` }];
  });
}
