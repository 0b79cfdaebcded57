import { lazy } from "../../../text/lazy.ts";
import type { MarkdownPart } from "../parts/markdown-part.ts";
import type { PartContent } from "../parts/read-part.ts";

/** The anchors of a document, made when they are first asked for. */
export type Anchors = () => ReadonlySet<string>;

/** Anchors of headings as GitHub makes them: the second of equal ones gets `-1`. Those of `earlier`, if its parts name the same. */
export function composeAnchors(
  parts: readonly MarkdownPart[],
  earlier: { readonly parts: readonly MarkdownPart[]; readonly anchors: Anchors } | undefined,
): Anchors {
  if (earlier !== undefined && nameTheSame(parts, earlier.parts)) return earlier.anchors;
  return lazy(() => {
    const anchors = new Set<string>();
    const counts = new Map<string, number>();
    for (const { content } of parts) {
      for (const name of namesIn(content)) {
        const count = counts.get(name) ?? 0;
        counts.set(name, count + 1);
        anchors.add(count === 0 ? name : `${name}-${count}`);
      }
    }
    return anchors;
  });
}

const nameTheSame = (now: readonly MarkdownPart[], before: readonly MarkdownPart[]): boolean =>
  now.length === before.length &&
  now.every((part, index) => {
    const other = before[index];
    return part === other || (other !== undefined && areEqual(namesIn(part.content), namesIn(other.content)));
  });

const namesIn = ({ passages, anchors }: PartContent): readonly string[] => [
  ...passages.flatMap(({ heading }) => heading?.anchor ?? []),
  ...anchors,
];

const areEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, index) => name === b[index]);
