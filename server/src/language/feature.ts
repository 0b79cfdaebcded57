import type { ReleaseDocument } from "../document/model.ts";
import type { RuleMetadata } from "../rules/rule.ts";
import type { LineIndex, LinePosition } from "../text/line-index.ts";
import type { Assessment } from "../verdict/assessment.ts";
import type { CancellationSignal } from "../workspace/cancellation.ts";
import type { FileSystem } from "../workspace/file-system.ts";

/** What the index knows of the other documents of the workspace: the same entities that definition and rename need. */
export interface KnownDocument {
  readonly document: ReleaseDocument;
  readonly lines: LineIndex;
}

/** What every feature sees: one assessed version of a document and its surroundings. Nothing in it changes. */
export interface FeatureContext {
  readonly assessment: Assessment;
  readonly lines: LineIndex;
  /** As the editor names the language of the document, where it is open. */
  readonly languageId?: string;
  readonly rules: readonly RuleMetadata[];
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  readonly token: CancellationSignal;
  readonly files: FileSystem;
  /** The release documents of the workspace that are known at this moment, without this one. */
  others(): Promise<readonly KnownDocument[]>;
  /** Paths (URIs) of files below the folder of this document, for completion of paths; at most a few hundred. */
  siblings(): Promise<readonly string[]>;
}

/** A feature that answers at a position. */
export type PositionFeature<Answer> = (context: FeatureContext, position: LinePosition) => Answer | Promise<Answer>;

/** A feature that answers for the whole document. */
export type DocumentFeature<Answer> = (context: FeatureContext) => Answer | Promise<Answer>;
