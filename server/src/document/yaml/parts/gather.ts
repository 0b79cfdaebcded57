import { type CommonEnds, commonEnds } from "../../../text/common-ends.ts";
import type { Place } from "../../../text/place.ts";
import type { Directive, Placeholder, Problem, Reference } from "../../model.ts";
import type { PartReading } from "./read-part.ts";

/** What the parts of a text hold, each by itself, in order. */
export interface Gathered {
  readonly parts: readonly PartReading[];
  readonly placeholders: readonly Placeholder[];
  readonly references: readonly Reference[];
  readonly directives: readonly Directive[];
  readonly problems: readonly Problem[];
}

const nothing: Gathered = { parts: [], placeholders: [], references: [], directives: [], problems: [] };

/** Gathers what parts hold. Lists to which nothing came and from which nothing went are those of `earlier`. */
export function gather(parts: readonly PartReading[], earlier: Gathered = nothing): Gathered {
  const change = { before: earlier.parts, now: parts, ...commonEnds(earlier.parts, parts) };
  return {
    parts,
    placeholders: changed(change, (part) => part.placeholders, earlier.placeholders),
    references: changed(change, (part) => part.references, earlier.references),
    directives: changed(change, (part) => part.directives, earlier.directives),
    problems: changed(change, (part) => part.problems, earlier.problems),
  };
}

interface PartsChange extends CommonEnds {
  readonly before: readonly PartReading[];
  readonly now: readonly PartReading[];
}

function changed<Item extends { readonly at: Place }>(
  { before, now, front, back }: PartsChange,
  of: (part: PartReading) => readonly Item[],
  earlier: readonly Item[],
): readonly Item[] {
  const gone = before.slice(front, before.length - back).filter((part) => of(part).length > 0);
  const come = now.slice(front, now.length - back).flatMap(of);
  const [first] = gone;
  if (first === undefined) return come.length === 0 ? earlier : now.flatMap(of);
  const at = earlier.findIndex((item) => item.at.part === first.part);
  const after = at + gone.reduce((sum, part) => sum + of(part).length, 0);
  return [...earlier.slice(0, at), ...come, ...earlier.slice(after)];
}
