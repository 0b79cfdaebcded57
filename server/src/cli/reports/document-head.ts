/** What every report says of a document. */
import { isUnread, type Shaping, type Stage, type StageSource, type VerdictName, worst } from "../../engine/index.ts";
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
