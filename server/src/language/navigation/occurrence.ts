import type { Span } from "../../text/place.ts";
import type { KnownDocument } from "../feature.ts";

/** What can be gone to, listed and renamed. */
export type EntityKind = "workItem" | "migration" | "gate" | "phase" | "section";

/** One thing that documents of a release speak of. */
export interface Entity {
  readonly kind: EntityKind;
  /** Equal for the same thing, in whatever document. */
  readonly key: string;
  /** As written where it was found. */
  readonly name: string;
}

/** One place where a thing is named. */
export interface Occurrence {
  readonly entity: Entity;
  readonly known: KnownDocument;
  /** The name alone, without quotes; for a link to a section its fragment. Absolute offsets. */
  readonly span: Span;
  /** `definition`: the thing itself; `reference`: a value that names it; `mention`: words in a text; `anchor`: a link. */
  readonly role: "definition" | "reference" | "mention" | "anchor";
}
