import { lazy } from "../../text/lazy.ts";
import type { FeatureContext, KnownDocument } from "../feature.ts";
import type { Entity, EntityKind, Occurrence } from "./occurrence.ts";
import { anchorsIn, mentionsIn, namedIn } from "./occurrences.ts";
import { own, sameRelease, sameUri } from "./same-release.ts";

/** Knows where the things of a release are named. */
export interface Navigator {
  /** The smallest thing named at an offset of this document; at its edges too. */
  at(offset: number): Occurrence | undefined;
  /** All places where a thing is named: in this document, its release, and for sections in every document. */
  all(entity: Entity): readonly Occurrence[];
}

/** `document`: looks at nothing but this document. */
export async function navigate(context: FeatureContext, scope: "document" | "release"): Promise<Navigator> {
  const here = own(context);
  const others = scope === "document" ? [] : await context.others();
  const release = sameRelease(here, others);
  const targets = new Map([here, ...others].map((known) => [sameUri(known.document.uri), known]));
  const named = new Map(release.map((known) => [known, namedIn(known)]));
  const entities = distinct([...named.values()].flat());
  const complete = (known: KnownDocument): readonly Occurrence[] => {
    const own = named.get(known) ?? [];
    return [...own, ...mentionsIn(known, entities, own), ...anchorsIn(known, targets)];
  };
  const local = complete(here);
  const ofRelease = lazy(() => byEntity([...local, ...release.slice(1).flatMap(complete)]));
  const ofStrangers = lazy(() =>
    byEntity(others.filter((known) => !release.includes(known)).flatMap((known) => anchorsIn(known, targets))),
  );
  return {
    at: (offset) => smallest(local.filter(({ span }) => span.start <= offset && offset <= span.end)),
    all(entity) {
      const key = keyOf(entity);
      const strangers = entity.kind === "section" ? (ofStrangers().get(key) ?? []) : [];
      return ordered([...(ofRelease().get(key) ?? []), ...strangers]);
    },
  };
}

const keyOf = ({ kind, key }: Entity): string => `${kind} ${key}`;

function byEntity(occurrences: readonly Occurrence[]): ReadonlyMap<string, readonly Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const key = keyOf(occurrence.entity);
    const known = found.get(key);
    if (known === undefined) found.set(key, [occurrence]);
    else known.push(occurrence);
  }
  return found;
}

function distinct(occurrences: readonly Occurrence[]): readonly Entity[] {
  return [...new Map(occurrences.map(({ entity }) => [keyOf(entity), entity])).values()];
}

/** Of equal spans, what is more telling. */
const rank: readonly EntityKind[] = ["workItem", "migration", "phase", "gate", "section"];

function smallest(found: readonly Occurrence[]): Occurrence | undefined {
  const size = ({ span }: Occurrence): number => span.end - span.start;
  return [...found].sort((a, b) => size(a) - size(b) || rank.indexOf(a.entity.kind) - rank.indexOf(b.entity.kind))[0];
}

/** Definitions in manifests first, then other definitions, then by document and place; no place twice. */
function ordered(found: readonly Occurrence[]): readonly Occurrence[] {
  const weight = ({ role, known }: Occurrence): number =>
    role !== "definition" ? 2 : known.document.format === "yaml" ? 0 : 1;
  const places = new Map(found.map((one) => [`${one.known.document.uri} ${one.span.start} ${one.span.end}`, one]));
  return [...places.values()].sort(
    (a, b) =>
      weight(a) - weight(b) || a.known.document.uri.localeCompare(b.known.document.uri) || a.span.start - b.span.start,
  );
}
