import type { ProtocolEdit, VersionedEdits } from "../../../server/src/lsp/protocol.ts";
import { type MadeChange, rebaseEdits } from "./rebase-edits.ts";

/** A document that edits can be made to. */
export interface EditTarget {
  /** The changes since a version, in the order in which they were made; `undefined` when they are not known. */
  changesSince(version: number): readonly MadeChange[] | undefined;
  /** Makes the edits of the version that it has now; false when they were refused because it moved on. */
  apply(edits: readonly ProtocolEdit[]): PromiseLike<boolean>;
}

/** A refusal takes somebody who typed just then. Without an end, two programs could keep each other busy. */
const mostAttempts = 100;

/** `gone`: there is no such gate any more, or it cannot be answered so. `moved`: the document moved on, time and again. */
export type AnswerOutcome = "done" | "unchanged" | "gone" | "moved";

/**
 * Asks for the edits of the document, and makes them where they belong by now: what was typed elsewhere meanwhile only moves
 * them. Asks again when somebody changed the very text. `ask` answers `undefined` when the document moved on under it.
 */
export async function applyAnswer(
  ask: () => Promise<VersionedEdits | null | undefined>,
  target: EditTarget,
): Promise<AnswerOutcome> {
  let answer: VersionedEdits | null | undefined;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    answer ??= await ask();
    if (answer === null) return "gone";
    if (answer === undefined) continue;
    if (answer.edits.length === 0) return "unchanged";
    const edits = target
      .changesSince(answer.version)
      ?.reduce<readonly ProtocolEdit[] | undefined>((made, change) => made && rebaseEdits(made, change), answer.edits);
    if (edits === undefined) answer = undefined;
    else if (await target.apply(edits)) return "done";
  }
  return "moved";
}
