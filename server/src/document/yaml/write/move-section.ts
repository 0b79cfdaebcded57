import type { Place } from "../../../text/place.ts";
import { swapBlocks } from "../../../text/swap-blocks.ts";
import type { MapEntry } from "../../../text/yaml/node.ts";
import type { Intention } from "../../intention.ts";
import type { YamlDocument } from "../yaml-document.ts";
import type { Editing } from "./editing.ts";

type Move = Extract<Intention, { readonly do: "move-section" }>;

/**
 * Moves a top-level key with its value and the comments above it before or after another one. False where keys do not
 * stand on lines of their own, or where the text would then say something else (an alias before its anchor).
 */
export function moveSection(editing: Editing, { section, where, other }: Move): boolean {
  const { document } = editing;
  const own = editing.ownEntries(document.root);
  const [moved, fixed] = [indexOf(own, section), indexOf(own, other)];
  if (document.root.flow || moved < 0 || fixed < 0 || moved === fixed) return false;
  const startOf = (index: number): number => startOfEntry(editing, own, index);
  const endOf = (index: number): number =>
    index === own.length - 1 ? endOfLast(editing, own[index]) : startOf(index + 1);
  if (where === "before" ? fixed > moved : moved > fixed) return true;
  const blocks =
    where === "before"
      ? { start: startOf(fixed), middle: startOf(moved), end: endOf(moved) }
      : { start: startOf(moved), middle: endOf(moved), end: endOf(fixed) };
  const { text, ...span } = swapBlocks(editing.text, blocks);
  editing.change(span, text);
  return saysTheSame(document, editing.document);
}

const indexOf = (own: readonly MapEntry[], place: Place): number =>
  own.findIndex(({ key }) => key.part === place.part && key.start === place.start);

/** The line of a key, or of the comments above it; what stands at the top of the file stays there. */
function startOfEntry(editing: Editing, own: readonly MapEntry[], index: number): number {
  const entry = own[index];
  if (entry === undefined) return 0;
  const key = editing.lineStart(editing.span(entry.key).start);
  if (index === 0) return key;
  let top = key;
  while (top > 0) {
    const above = editing.lineStart(top - 1);
    if (!/^(?:#|\s*$)/.test(editing.text.slice(above, editing.lineEnd(above)))) break;
    top = above;
  }
  const between = editing.text.slice(top, key);
  const ofValueAbove = /^(?:#.*\r?\n)+(?=[ \t]*\r?\n)/.exec(between)?.[0].length ?? 0;
  const comment = between.slice(ofValueAbove).search(/^#/m);
  return comment === -1 ? key : top + ofValueAbove + comment;
}

/** The line after the last value and the indented comments below it. */
function endOfLast(editing: Editing, entry: MapEntry | undefined): number {
  const end = entry === undefined ? 0 : editing.span(entry.node).end;
  let at = editing.text.charAt(end - 1) === "\n" ? end : editing.nextLine(end);
  while (/^[ \t]+#/.test(editing.text.slice(at, editing.lineEnd(at)))) at = editing.nextLine(at);
  return at;
}

function saysTheSame(before: YamlDocument, after: YamlDocument): boolean {
  const keys = Object.keys(before.value);
  return (
    before.problems.length === after.problems.length &&
    keys.length === Object.keys(after.value).length &&
    keys.every((key) => JSON.stringify(before.value[key]) === JSON.stringify(after.value[key]))
  );
}
