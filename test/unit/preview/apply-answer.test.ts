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
  readOnly = false;
  /** Versions before this one are forgotten. */
  first = 1;
  #version = 1;
  readonly #changes: { readonly version: number; readonly change: MadeChange }[] = [];
  readonly #listeners = new Set<(changes: readonly MadeChange[]) => void>();
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

  changesSince(version: number): readonly MadeChange[] | undefined {
    if (version < this.first) return undefined;
    return this.#changes.filter((made) => made.version > version).map(({ change }) => change);
  }

  listen(listener: (changes: readonly MadeChange[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whoever types comes first, and is heard of first. */
  async apply(edits: readonly ProtocolEdit[]): Promise<boolean> {
    const version = this.#version;
    await Promise.resolve();
    this.#type(this.#whileMade.shift());
    if (this.readOnly || this.#version !== version) return false;
    this.made.push(edits);
    for (const { range: of, newText } of edits) this.#type({ range: of, text: newText });
    return true;
  }

  get listening(): boolean {
    return this.#listeners.size > 0;
  }

  #type(change: MadeChange | undefined): void {
    if (change === undefined) return;
    this.#changes.push({ version: ++this.#version, change });
    for (const listener of this.#listeners) listener([change]);
  }
}

const down = (lines: number): ProtocolEdit => ({ range: range(3 + lines, 2, 5), newText: "[x]" });

describe("an answer", () => {
  it("is made where it belongs by now, without asking again, and never twice", async () => {
    for (const [target, edit] of [
      [new Racing([]), tick],
      [new Racing([typedAbove]), down(1)],
      [new Racing([], [typedAbove]), down(1)],
      [new Racing([typedAbove], [typedAbove]), down(2)],
      [new Racing([], Array(1000).fill(typedAbove)), down(1000)],
    ] as const) {
      expect([await applyAnswer(target.ask, target), target.asked, target.made]).toEqual(["done", 1, [[edit]]]);
      expect(target.listening).toBe(false);
    }
  });

  it("is asked for again when somebody changed the very text, or what changed is not known", async () => {
    const unknown = new Racing([typedAbove]);
    unknown.first = 2;
    for (const target of [new Racing([typedThere]), new Racing([], [typedThere]), unknown]) {
      expect([await applyAnswer(target.ask, target), target.asked, target.made]).toEqual(["done", 2, [[tick]]]);
    }
    const moved = new Racing([]);
    let superseded = 3;
    const ask = () => (superseded-- > 0 ? Promise.resolve(undefined) : moved.ask());
    expect([await applyAnswer(ask, moved), moved.made]).toEqual(["done", [[tick]]]);
  });

  it("is refused when the document takes no edits", async () => {
    const target = new Racing([]);
    target.readOnly = true;
    expect([await applyAnswer(target.ask, target), target.asked, target.made]).toEqual(["refused", 1, []]);
  });

  it("changes nothing when the gate is gone or answered so already", async () => {
    const target = new Racing([]);
    expect(await applyAnswer(async () => null, target)).toBe("gone");
    expect(await applyAnswer(async () => ({ version: 1, edits: [] }), target)).toBe("unchanged");
    expect(target.made).toEqual([]);
  });
});
