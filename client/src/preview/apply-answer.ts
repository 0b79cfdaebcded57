import type { VersionedEdits } from "../../../server/src/lsp/protocol.ts";

/** A document that edits can be made to. */
export interface EditTarget {
  /** Its version now. */
  readonly version: number;
  /** Makes the edits of the version that it has now; false when they were refused because it moved on. */
  apply(edits: VersionedEdits["edits"]): PromiseLike<boolean>;
}

/** Enough for boxes that are ticked while somebody types fast; without an end, two programs could keep each other busy. */
const mostAttempts = 100;

/** `gone`: there is no such gate any more, or it cannot be answered so. `moved`: the document moved on, time and again. */
export type AnswerOutcome = "done" | "unchanged" | "gone" | "moved";

/**
 * Asks for the edits of the document as it stands, and makes them if it still stands so; asks again when it moved on.
 * `ask` answers `undefined` when the document moved on under it.
 */
export async function applyAnswer(
  ask: () => Promise<VersionedEdits | null | undefined>,
  target: EditTarget,
): Promise<AnswerOutcome> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const answer = await ask();
    if (answer === null) return "gone";
    if (answer === undefined || answer.version !== target.version) continue;
    if (answer.edits.length === 0) return "unchanged";
    if (await target.apply(answer.edits)) return "done";
  }
  return "moved";
}
