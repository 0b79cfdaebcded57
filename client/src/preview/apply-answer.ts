import type { ProtocolEdit, VersionedEdits } from "../../../server/src/lsp/protocol.ts";
import { type MadeChange, rebaseEdits } from "./rebase-edits.ts";

/** A document that edits can be made to. */
export interface EditTarget {
  /** The changes since a version, in the order in which they were made; `undefined` when they are not known. */
  changesSince(version: number): readonly MadeChange[] | undefined;
  /** Calls the listener at each change from now on, those of `apply` included; answers how to stop that. */
  listen(listener: (changes: readonly MadeChange[]) => void): () => void;
  /** Makes the edits of the version that it has now; false when they were refused, because it moved on say. */
  apply(edits: readonly ProtocolEdit[]): PromiseLike<boolean>;
}

/** `gone`: there is no such gate any more, or it cannot be answered so. `refused`: the document takes no edits. */
export type AnswerOutcome = "done" | "unchanged" | "gone" | "refused";

/**
 * Asks for the edits of the document, and makes them where they belong by now: what is typed elsewhere meanwhile only moves
 * them. Asks again when somebody changed the very text. `ask` answers `undefined` when the document moved on under it.
 *
 * It ends as soon as nobody else edits the document, and sooner: it tries again only when somebody else's edit came first.
 */
export async function applyAnswer(
  ask: () => Promise<VersionedEdits | null | undefined>,
  target: EditTarget,
): Promise<AnswerOutcome> {
  for (;;) {
    const answer = await ask();
    if (answer === null) return "gone";
    if (answer === undefined) continue;
    if (answer.edits.length === 0) return "unchanged";
    const changes = target.changesSince(answer.version);
    const edits = changes && rebaseAll(answer.edits, changes);
    const outcome = edits === undefined ? "touched" : await place(edits, target);
    if (outcome !== "touched") return outcome;
  }
}

/**
 * Makes edits while somebody types. A change that is heard of before the reply was made before them, so that they are going to be
 * refused: they are sent again at once, moved, before the next key can overtake them. Their own change touches them, of course;
 * then the reply tells whether it was theirs.
 */
function place(edits: readonly ProtocolEdit[], target: EditTarget): Promise<"done" | "refused" | "touched"> {
  return new Promise((resolve, reject) => {
    let current: readonly ProtocolEdit[] | undefined = edits;
    let sent = 0;
    const end = (outcome: "done" | "refused" | "touched"): void => {
      stop();
      resolve(outcome);
    };
    const send = (now: readonly ProtocolEdit[]): void => {
      const own = ++sent;
      target.apply(now).then(
        (done) => {
          if (done) end("done");
          else if (own === sent) end(current === undefined ? "touched" : "refused");
        },
        (error: unknown) => {
          stop();
          reject(error);
        },
      );
    };
    const stop = target.listen((changes) => {
      current &&= rebaseAll(current, changes);
      if (current !== undefined) send(current);
    });
    send(edits);
  });
}

function rebaseAll(
  edits: readonly ProtocolEdit[],
  changes: readonly MadeChange[],
): readonly ProtocolEdit[] | undefined {
  return changes.reduce<readonly ProtocolEdit[] | undefined>(
    (made, change) => made && rebaseEdits(made, change),
    edits,
  );
}
