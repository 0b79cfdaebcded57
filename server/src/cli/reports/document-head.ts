import type { Stage, StageSource } from "../../stage/stage.ts";
import { worst } from "../../verdict/judge.ts";
import { isUnread, type Shaping } from "../../verdict/shaping.ts";
import type { VerdictName } from "../../verdict/verdict.ts";

/** What every report says of a document. */
export interface DocumentHead {
  readonly path: string;
  readonly kind: string;
  readonly stage: Stage;
  readonly stageSource: StageSource;
  readonly verdict: VerdictName;
  /** What else had a say in the verdict; files by their paths. */
  readonly shaped: readonly Shaping[];
}

/** The verdict of a run: the worst of its documents; No-Go where one could not be read, or something is not `met`. */
export const verdictOfRun = (
  documents: readonly Pick<DocumentHead, "verdict">[],
  shaped: readonly Shaping[],
  met = true,
): VerdictName =>
  worst([...documents.map(({ verdict }) => verdict), ...(met && !shaped.some(isUnread) ? [] : (["no-go"] as const))]);
