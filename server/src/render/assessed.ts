import type { ReleaseDocument } from "../document/model.ts";
import type { Finding } from "../rules/rule.ts";
import type { StageReading } from "../stage/stage.ts";
import type { Shaping } from "../verdict/shaping.ts";
import type { Verdict } from "../verdict/verdict.ts";

/** What is shown of a document: the part of the service's `Assessment` that a page needs. */
export interface Assessed {
  readonly document: ReleaseDocument;
  readonly stage: StageReading;
  /** Ids of the gates that are due. */
  readonly due: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** What else had a say in the verdict, by URIs. */
  readonly shaped: readonly Shaping[];
}
