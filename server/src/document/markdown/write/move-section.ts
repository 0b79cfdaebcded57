import type { TextChange } from "../../../text/place.ts";
import { swapBlocks } from "../../../text/swap-blocks.ts";
import type { Intention } from "../../intention.ts";
import { headingsOf } from "../compose/headings.ts";
import { type MarkdownDocument, reading } from "../compose/read-markdown.ts";
import { isRule } from "./is-rule.ts";
import { keepNumbers } from "./renumber.ts";
import { endOfSection, nodeAt, startOfSection } from "./section-span.ts";

/**
 * Moves a section with all that belongs to it before or after one of its siblings. Numbers stay in step where they were, and
 * links lead where they did. `undefined` when one of the sections is gone, or when the text would be read otherwise.
 */
export function moveSection(
  document: MarkdownDocument,
  { section, where, other }: Extract<Intention, { readonly do: "move-section" }>,
): readonly TextChange[] | undefined {
  const moved = nodeAt(document, section);
  const fixed = nodeAt(document, other);
  const { outline } = document[reading];
  if (moved === undefined || fixed === undefined || outline.parentOf(moved) !== outline.parentOf(fixed))
    return undefined;
  const [start, end] = [startOfSection(document, moved), endOfSection(document, moved)];
  const blocks =
    where === "before"
      ? { start: startOfSection(document, fixed), middle: start, end }
      : { start, middle: end, end: endOfSection(document, fixed) };
  if (blocks.start > blocks.middle || blocks.middle > blocks.end) return undefined;
  const headings = headingsOf(document);
  const between = (from: number, to: number) => headings.filter(({ span }) => from <= span.start && span.start < to);
  return keepNumbers(document, [swapBlocks(document.text, blocks, isRule)], () => [
    ...between(0, blocks.start),
    ...between(blocks.middle, blocks.end),
    ...between(blocks.start, blocks.middle),
    ...between(blocks.end, document.text.length + 1),
  ]);
}
