import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LSPErrorCodes } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { applyAnswer, type EditTarget } from "../../client/src/preview/apply-answer.ts";
import type { MadeChange } from "../../client/src/preview/rebase-edits.ts";
import { createReleaseDocsService } from "../../server/src/engine/service.ts";
import {
  answerGateRequest,
  checklistRequest,
  type ProtocolEdit,
  type VersionedEdits,
} from "../../server/src/lsp/protocol.ts";
import { folder, TestClient } from "./client.ts";

const uri = `${folder}/race.md`;
/** `RACE_BOXES=1000` makes a longer run of it. */
const boxes = Number(process.env.RACE_BOXES ?? 200);
const text = [
  "---\nkind: ReleaseChecklist\nstatus: draft\n---\n# Release Checklist: v1\n\nBefore:\n\n## Pre-Release\n",
  ...Array.from({ length: boxes }, (_, at) => `- [ ] Gate ${at}`),
  "\n## Notes\n\n",
].join("\n");
const proseAbove = text.indexOf("Before:") + "Before:".length;

/**
 * An editor as an extension sees it: what it asks for arrives later, in order, and so does what it hears. An edit is refused
 * when the text has moved on since the extension last heard of it.
 */
class DistantEditor implements EditTarget {
  readonly #client: TestClient;
  readonly #heard: { readonly version: number; readonly changes: readonly MadeChange[] }[] = [];
  readonly #listeners = new Set<(changes: readonly MadeChange[]) => void>();
  #document = TextDocument.create(uri, "markdown", 1, text);
  #heardVersion = 1;
  refused = 0;

  constructor(client: TestClient) {
    this.#client = client;
  }

  get text(): string {
    return this.#document.getText();
  }

  changesSince(version: number): readonly MadeChange[] {
    return this.#heard.filter((heard) => heard.version > version).flatMap(({ changes }) => changes);
  }

  listen(listener: (changes: readonly MadeChange[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  apply(edits: readonly ProtocolEdit[]): Promise<boolean> {
    const version = this.#heardVersion;
    return this.#ask(() => {
      if (version !== this.#document.version) {
        this.refused++;
        return false;
      }
      this.#change(edits.map(({ range, newText }) => ({ range, text: newText })));
      return true;
    });
  }

  /** A key of somebody, who types at an offset of the text as it stands when the key arrives. */
  type(letter: string, offset: number): Promise<void> {
    return this.#ask(() => {
      const at = this.#document.positionAt(offset);
      this.#change([{ range: { start: at, end: at }, text: letter }]);
    });
  }

  #ask<Answer>(what: () => Answer): Promise<Answer> {
    return new Promise((resolve) => {
      setImmediate(() => {
        const answer = what();
        setImmediate(() => resolve(answer));
      });
    });
  }

  #change(changes: readonly MadeChange[]): void {
    const version = this.#document.version + 1;
    this.#document = TextDocument.update(this.#document, [...changes], version);
    setImmediate(() => {
      this.#heardVersion = version;
      this.#heard.push({ version, changes });
      for (const { range, text: newText } of changes) this.#client.change(uri, newText, range);
      for (const listener of this.#listeners) listener(changes);
    });
  }
}

describe("boxes that are ticked while somebody types", () => {
  let client: TestClient;

  beforeEach(async () => {
    client = TestClient.inProcess({ createService: createReleaseDocsService, today: () => "2026-12-01" });
    await client.initialize();
    await client.open(uri, text);
  });
  afterEach(() => client.stop());

  const ask = async (gate: string): Promise<VersionedEdits | null | undefined> => {
    try {
      return await client.request(answerGateRequest, { uri, gate, state: "checked" });
    } catch (error) {
      if (error instanceof Error && Reflect.get(error, "code") === LSPErrorCodes.ContentModified) return undefined;
      throw error;
    }
  };

  it("are each ticked once, and no key is lost, without a pause between keys", { timeout: 300_000 }, async () => {
    const gates = (await client.request(checklistRequest, { uri }))?.gates ?? [];
    expect(gates).toHaveLength(boxes);
    const editor = new DistantEditor(client);
    let answered = false;
    const answers = (async () => {
      for (const { id } of gates) expect(await applyAnswer(() => ask(id), editor)).toBe("done");
      answered = true;
    })();
    let above = "";
    let below = "";
    while (!answered) {
      await editor.type("a", proseAbove + above.length);
      above += "a";
      await editor.type("b", editor.text.length);
      below += "b";
    }
    await answers;
    expect(editor.refused).toBeGreaterThan(0);
    const typed = `${text.slice(0, proseAbove)}${above}${text.slice(proseAbove)}${below}`;
    expect(editor.text).toBe(typed.replaceAll("[ ]", "[x]"));
  });
});
