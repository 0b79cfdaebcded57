import { describe, expect, it } from "vitest";
import { type ChecklistChange, ChecklistStore } from "../../../client/src/checklist/checklist-store.ts";
import type { AssessmentSummary, Checklist, ChecklistDocument } from "../../../server/src/lsp/protocol.ts";
import { document, gate } from "./checklist-source.ts";

const uri = "file:///w/r.md";

/** A server whose answers a test changes, and a store that says what changed. */
function setUp() {
  const checklists = new Map<string, Checklist>();
  const asked: string[] = [];
  const changes: ChecklistChange[] = [];
  let waiting: ((change: ChecklistChange) => void)[] = [];
  const store = new ChecklistStore(
    {
      async checklists() {
        asked.push("all");
        return [...checklists.values()].map((entry) => entry.document);
      },
      async checklist(of) {
        asked.push(of);
        return checklists.get(of) ?? null;
      },
    },
    (change) => {
      changes.push(change);
      for (const resolve of waiting.splice(0)) resolve(change);
      waiting = [];
    },
  );
  const put = (entry: ChecklistDocument, gates: Checklist["gates"]): void => {
    checklists.set(entry.uri, { document: entry, gates });
  };
  const change = (): Promise<ChecklistChange> => new Promise((resolve) => waiting.push(resolve));
  return { store, asked, changes, put, change, remove: (of: string) => checklists.delete(of) };
}

const summary = (entry: ChecklistDocument): AssessmentSummary => ({ ...entry, declared: true, firstBlockers: [] });

describe("the checklist's store", () => {
  it("lists documents, and asks for gates when they are looked at", async () => {
    const { store, asked, put, change } = setUp();
    put(document(uri, [gate("a")]), [gate("a")]);
    store.refresh();
    expect(await change()).toBe("all");
    expect(store.documents.map((entry) => entry.uri)).toEqual([uri]);
    expect(asked).toEqual(["all"]);
    await store.load(uri);
    await store.load(uri);
    expect(asked).toEqual(["all", uri]);
    expect(store.gates(uri).map(({ id }) => id)).toEqual(["a"]);
  });

  it("takes verdicts as they come, and gates only while somebody looks", async () => {
    const { store, asked, changes, put, change } = setUp();
    const before = document(uri, [gate("a")]);
    put(before, [gate("a")]);
    store.refresh();
    await change();
    await store.load(uri);
    const gates = [gate("a", { state: "checked" })];
    const after = document(uri, gates, { verdict: "go", verdictTitle: "Go", blockers: 0 });
    put(after, gates);
    store.accept(uri, summary(after));
    expect(changes.at(-1)).toEqual({ uris: [uri] });
    expect(store.documents[0]?.verdict).toBe("go");
    expect(asked).toEqual(["all", uri]);
    store.setWatched(true);
    await change();
    expect(store.gates(uri)[0]?.state).toBe("checked");
    expect(asked).toEqual(["all", uri, uri]);
  });

  it("says nothing, and asks for nothing, while nothing but places changes", async () => {
    const { store, asked, changes, put, change } = setUp();
    const entry = document(uri, [gate("a")]);
    put(entry, [gate("a")]);
    store.refresh();
    await change();
    await store.load(uri);
    store.setWatched(true);
    const range = { start: { line: 7, character: 0 }, end: { line: 7, character: 3 } };
    put(entry, [gate("a", { range })]);
    store.accept(uri, summary(entry));
    expect([changes.length, asked.length, store.gates(uri)[0]?.range.start.line]).toEqual([1, 2, 0]);
    await store.locate(uri);
    await store.locate(uri);
    expect([changes.length, asked.length, store.gates(uri)[0]?.range.start.line]).toEqual([1, 3, 7]);
  });

  it("says which documents changed, came and went", async () => {
    const { store, put, change, remove } = setUp();
    put(document(uri, []), []);
    put(document("file:///w/b.md", []), []);
    store.refresh();
    await change();
    put(document(uri, [], { version: "v2" }), []);
    store.refresh();
    expect(await change()).toEqual({ uris: [uri] });
    remove("file:///w/b.md");
    store.refresh();
    expect(await change()).toBe("all");
    expect(store.documents).toHaveLength(1);
    store.accept(uri, null);
    expect(store.documents).toEqual([]);
  });

  it("looks for a document that it does not know", async () => {
    const { store, put, change } = setUp();
    const entry = document(uri, []);
    put(entry, []);
    store.accept(uri, summary(entry));
    expect(await change()).toBe("all");
    expect(store.documents).toHaveLength(1);
  });

  it("keeps what it knows when the server does not answer", async () => {
    const failing = new ChecklistStore(
      { checklists: () => Promise.reject(new Error("gone")), checklist: () => Promise.reject(new Error("gone")) },
      () => {},
    );
    failing.refresh();
    await failing.load(uri);
    expect(failing.gates(uri)).toEqual([]);
    expect(failing.listed).toBe(false);
  });
});
