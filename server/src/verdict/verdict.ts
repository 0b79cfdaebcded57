import type { Gate } from "../document/model.ts";
import type { Place } from "../text/place.ts";

export type VerdictName = "go" | "no-go" | "not-ready" | "none";

/** One reason for No-Go, with its place. */
export interface Blocker {
  readonly rule: string;
  readonly message: string;
  readonly at: Place;
}

export interface Verdict {
  readonly verdict: VerdictName;
  readonly blockers: readonly Blocker[];
  /** Waived gates, with their reasons. */
  readonly waivers: readonly Gate[];
  /** Blockers whose finding was silenced: listed, never forgotten. */
  readonly suppressed: readonly Blocker[];
}
