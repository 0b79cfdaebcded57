import { describe, expect, it } from "vitest";
import { applyAnswer } from "../../../client/src/preview/apply-answer.ts";
import type { VersionedEdits } from "../../../server/src/lsp/protocol.ts";

const at = (line: number) => ({ line, character: 0 });
const tick = { range: { start: at(0), end: at(0) }, newText: "[x]" };

/** A document that somebody else changes before each of the first `moves` edits. */
function racing(moves: number, refusals = 0) {
  const target = {
    version: 1,
    made: 0,
    refused: 0,
    async apply(): Promise<boolean> {
      if (target.refused < refusals) {
        target.refused++;
        return false;
      }
      target.made++;
      return true;
    },
  };
  let left = moves;
  const ask = async (): Promise<VersionedEdits> => {
    const answer = { version: target.version, edits: [tick] };
    if (left-- > 0) target.version++;
    return answer;
  };
  return { target, ask };
}

describe("an answer", () => {
  it("is made when the document still stands as the server saw it", async () => {
    const { target, ask } = racing(0);
    expect([await applyAnswer(ask, target), target.made]).toEqual(["done", 1]);
  });

  it("is asked for again when the document moved on, and never made twice", async () => {
    for (const { target, ask } of [racing(1), racing(5), racing(0, 1), racing(2, 2)]) {
      expect([await applyAnswer(ask, target), target.made]).toEqual(["done", 1]);
    }
  });

  it("is given up when the document never rests, and not made", async () => {
    const { target, ask } = racing(Number.POSITIVE_INFINITY);
    expect([await applyAnswer(ask, target), target.made]).toEqual(["moved", 0]);
    const superseded = racing(0);
    expect([await applyAnswer(async () => undefined, superseded.target), superseded.target.made]).toEqual(["moved", 0]);
  });

  it("changes nothing when the gate is gone or answered so already", async () => {
    const { target } = racing(0);
    expect(await applyAnswer(async () => null, target)).toBe("gone");
    expect(await applyAnswer(async () => ({ version: 1, edits: [] }), target)).toBe("unchanged");
    expect(target.made).toBe(0);
  });
});
