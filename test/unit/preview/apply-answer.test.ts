import { describe, expect, it } from "vitest";
import { applyAnswer, type EditTarget } from "../../../client/src/preview/apply-answer.ts";
import type { MadeChange } from "../../../client/src/preview/rebase-edits.ts";
import type { ProtocolEdit, VersionedEdits } from "../../../server/src/lsp/protocol.ts";

const range = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});
const tick: ProtocolEdit = { range: range(3, 2, 5), newText: "[x]" };
const typedAbove: MadeChange = { range: range(1, 0, 0), text: "words\n" };
const typedThere: MadeChange = { range: range(3, 3, 4), text: "-" };

/** A document in which somebody types while an edit is asked for, or is on its way. */
class Racing implements EditTarget {
  readonly made: (readonly ProtocolEdit[])[] = [];
  asked = 0;
  #version = 1;
  readonly #changes: { readonly version: number; readonly change: MadeChange }[] = [];
  readonly #whileAsked: MadeChange[];
  readonly #whileMade: MadeChange[];

  constructor(whileAsked: readonly MadeChange[], whileMade: readonly MadeChange[] = []) {
    this.#whileAsked = [...whileAsked];
    this.#whileMade = [...whileMade];
  }

  ask = async (): Promise<VersionedEdits> => {
    this.asked++;
    const answer = { version: this.#version, edits: [tick] };
    this.#type(this.#whileAsked.shift());
    return answer;
  };

  changesSince(version: number): readonly MadeChange[] {
    return this.#changes.filter((made) => made.version > version).map(({ change }) => change);
  }

  async apply(edits: readonly ProtocolEdit[]): Promise<boolean> {
    const change = this.#whileMade.shift();
    this.#type(change);
    if (change === undefined) this.made.push(edits);
    return change === undefined;
  }

  #type(change: MadeChange | undefined): void {
    if (change !== undefined) this.#changes.push({ version: ++this.#version, change });
  }
}

const below: ProtocolEdit = { range: range(4, 2, 5), newText: "[x]" };
const farBelow: ProtocolEdit = { range: range(5, 2, 5), newText: "[x]" };

describe("an answer", () => {
  it("is made where it belongs by now, without asking again, and never twice", async () => {
    for (const [target, edit] of [
      [new Racing([]), tick],
      [new Racing([typedAbove]), below],
      [new Racing([], [typedAbove]), below],
      [new Racing([typedAbove], [typedAbove]), farBelow],
    ] as const) {
      expect([await applyAnswer(target.ask, target), target.asked, target.made]).toEqual(["done", 1, [[edit]]]);
    }
  });

  it("is asked for again when somebody changed the very text, or what changed is not known", async () => {
    const touched = new Racing([typedThere]);
    expect([await applyAnswer(touched.ask, touched), touched.asked, touched.made]).toEqual(["done", 2, [[tick]]]);
    const unknown = new Racing([typedAbove]);
    const known = unknown.changesSince.bind(unknown);
    const target = {
      changesSince: (version: number) => (version < 2 ? undefined : known(version)),
      apply: unknown.apply.bind(unknown),
    };
    expect([await applyAnswer(unknown.ask, target), unknown.asked, unknown.made]).toEqual(["done", 2, [[tick]]]);
  });

  it("is given up when the document never rests, and not made", async () => {
    const refused = new Racing([], Array(1000).fill(typedAbove));
    expect([await applyAnswer(refused.ask, refused), refused.made]).toEqual(["moved", []]);
    const superseded = new Racing([]);
    expect([await applyAnswer(async () => undefined, superseded), superseded.made]).toEqual(["moved", []]);
  });

  it("changes nothing when the gate is gone or answered so already", async () => {
    const target = new Racing([]);
    expect(await applyAnswer(async () => null, target)).toBe("gone");
    expect(await applyAnswer(async () => ({ version: 1, edits: [] }), target)).toBe("unchanged");
    expect(target.made).toEqual([]);
  });
});
