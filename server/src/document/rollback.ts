import type { Place, Text } from "../text/place.ts";
import type { RollbackForm } from "../words/terms.ts";

/** How one work item, migration, phase or the whole release is undone. */
export interface RollbackStep {
  readonly form: RollbackForm;
  readonly text: string;
  readonly at: Place;
  readonly owner?: Text;
  readonly duration?: Text;
  readonly verify?: Text;
  /** For `irreversible`: whether a forward fix is named. */
  readonly forwardFix?: boolean;
}

/** How the whole release is undone. Absent parts are absent fields; `broken` parts of a file count as present. */
export interface RollbackPlan {
  readonly present: boolean;
  /** Headings (or keys) that announce it; empty when there is none. */
  readonly headings: readonly Place[];
  readonly triggers: readonly Text[];
  readonly steps: readonly RollbackStep[];
  readonly owner?: Text;
  readonly estimate?: Text;
  readonly rto?: Text;
  readonly verification?: Text;
  readonly communication?: Text;
  /** A step undoes the migrations of the release, or the plan says why none has to. */
  readonly undoesMigrations: boolean;
  /** Targets of links that stand in the plan: a linked rollback document may hold the steps. */
  readonly links: readonly Text[];
  /** True when the part that holds the plan could not be read, so that nothing can be said of it. */
  readonly unreadable: boolean;
}
