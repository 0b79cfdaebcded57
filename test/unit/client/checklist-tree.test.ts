import { describe, expect, it } from "vitest";
import type { ChecklistNode } from "../../../client/src/checklist/checklist-node.ts";
import {
  childrenOf,
  type Look,
  needsAllGates,
  rootsOf,
  type TreeSource,
} from "../../../client/src/checklist/checklist-tree.ts";
import { nodeLabel } from "../../../client/src/checklist/node-label.ts";
import type { ChecklistGate } from "../../../server/src/lsp/protocol.ts";
import { document, gate, source } from "./checklist-source.ts";

const runbookGates = [
  gate("backup", { due: true, owner: "@alice" }),
  gate("staging", { state: "checked", due: true }),
  gate("smoke", { parent: "staging", due: true, state: "failed", owner: "Bob, @Carol" }),
  gate("deploy", { phase: "release" }),
  gate("watch", { phase: "post-release", state: "waived" }),
];
const manifestGates = [gate("approval", { form: "approval", due: true, state: "checked" })];
const runbook = document("file:///w/runbook.md", runbookGates, { owners: ["@dana"] });
const manifest = document("file:///w/a.yaml", manifestGates, { kind: "ReleaseManifest" });
const template = document("file:///w/templates/t.md", [gate("t")], { template: true });
const empty = document("file:///w/notes.md", [], { blockers: 0, verdict: "none" });
const all = source([manifest, manifestGates], [runbook, runbookGates], [template, [gate("t")]], [empty, []]);

const look = (over: Partial<Look> = {}): Look => ({
  filter: "all",
  grouping: "document",
  identity: undefined,
  ...over,
});

/** The whole tree as indented lines: ids, with the counts of what has them. */
function drawn(from: TreeSource, how: Look): readonly string[] {
  const lines: string[] = [];
  const draw = (nodes: readonly ChecklistNode[], depth: number): void => {
    for (const node of nodes) {
      const name = node.is === "gate" ? node.gate.id : (node.id.split("|").at(-1) ?? "");
      const counts = node.is === "gate" ? "" : ` ${node.counts.open}/${node.counts.total}`;
      lines.push(`${"  ".repeat(depth)}${name}${counts}`);
      draw(childrenOf(node, from, how), depth + 1);
    }
  };
  draw(rootsOf(from, how), 0);
  return lines;
}

describe("the checklist's tree", () => {
  it("shows documents, phases and gates, nested gates below their parent", () => {
    expect(drawn(all, look())).toEqual([
      "document:file:///w/a.yaml 0/1",
      "  phase:pre-release 0/1",
      "    approval",
      "document:file:///w/runbook.md 3/5",
      "  phase:pre-release 2/3",
      "    backup",
      "    staging",
      "      smoke",
      "  phase:release 1/1",
      "    deploy",
      "  phase:post-release 0/1",
      "    watch",
    ]);
  });

  it("keeps the parent of a gate that the filter shows, and the counts of all", () => {
    expect(drawn(all, look({ filter: "open" }))).toEqual([
      "document:file:///w/runbook.md 3/5",
      "  phase:pre-release 2/3",
      "    backup",
      "    staging",
      "      smoke",
      "  phase:release 1/1",
      "    deploy",
    ]);
    expect(drawn(all, look({ filter: "due" }))).toEqual([
      "document:file:///w/runbook.md 3/5",
      "  phase:pre-release 2/3",
      "    backup",
      "    staging",
      "      smoke",
    ]);
  });

  it("shows whose gates they are: the owner's, else the document's owners'", () => {
    const mine = (identity: string) => drawn(all, look({ filter: "mine", identity })).map((line) => line.trim());
    expect(mine("Alice").slice(-1)).toEqual(["backup"]);
    expect(mine("@carol").slice(-2)).toEqual(["staging", "smoke"]);
    expect(mine("@dana").slice(-1)).toEqual(["deploy"]);
    expect(mine("@nobody")).toEqual([]);
    expect(drawn(all, look({ filter: "mine" }))).toEqual([]);
  });

  it("groups by phase over all documents", () => {
    expect(drawn(all, look({ grouping: "phase", filter: "due" }))).toEqual([
      "phase:pre-release 2/4",
      "  document:file:///w/runbook.md 2/3",
      "    backup",
      "    staging",
      "      smoke",
    ]);
  });

  it("groups by owner, those without one last", () => {
    expect(drawn(all, look({ grouping: "owner" }))).toEqual([
      "owner:@alice 1/1",
      "  document:file:///w/runbook.md 1/1",
      "    backup",
      "owner:Bob, @Carol 1/1",
      "  document:file:///w/runbook.md 1/1",
      "    smoke",
      "owner: 1/4",
      "  document:file:///w/a.yaml 0/1",
      "    approval",
      "  document:file:///w/runbook.md 1/3",
      "    staging",
      "    deploy",
      "    watch",
    ]);
  });

  it("gives every node an id of its own, which an answer does not change", () => {
    const ids = (from: TreeSource, how: Look): string[] => {
      const found: string[] = [];
      const walk = (nodes: readonly ChecklistNode[]): void => {
        for (const node of nodes) {
          found.push(node.id);
          walk(childrenOf(node, from, how));
        }
      };
      walk(rootsOf(from, how));
      return found;
    };
    for (const grouping of ["document", "phase", "owner"] as const) {
      const before = ids(all, look({ grouping }));
      expect(new Set(before).size).toBe(before.length);
      const answered = runbookGates.map((one) => ({ ...one, state: "checked" as const }));
      const after = source([manifest, manifestGates], [document(runbook.uri, answered), answered]);
      expect(ids(after, look({ grouping }))).toEqual(before);
    }
  });

  it("asks for the gates of every document only where it must", () => {
    expect(needsAllGates(look({ filter: "due" }))).toBe(false);
    expect(needsAllGates(look({ filter: "mine" }))).toBe(true);
    expect(needsAllGates(look({ grouping: "phase" }))).toBe(true);
  });

  describe("with a long list", () => {
    const many = (count: number, section: string, over: Partial<ChecklistGate> = {}) =>
      Array.from({ length: count }, (_, at) => gate(`${section}${at}`, { section, ...over }));
    const gates = [
      ...many(3, "Build", { state: "checked" }),
      ...many(250, "Database"),
      ...many(2, "Verification", { due: true }),
      ...many(2, "Traffic", { due: true }),
      ...many(1, "Verification"),
    ].map((one, at) => ({ ...one, id: String(at) }));
    const sections = (list: readonly ChecklistGate[]) => {
      const from = source([document("file:///long.md", list), list]);
      const [root] = rootsOf(from, look());
      const [phase] = root === undefined ? [] : childrenOf(root, from, look());
      return phase === undefined ? [] : childrenOf(phase, from, look());
    };

    it("shows its sections, those with many gates in stretches, and begins with the first that has something due", () => {
      const told = sections(gates).map((node) => {
        const { label, description } = nodeLabel(node, () => "");
        return `${label}: ${description}${node.is === "section" && node.isFirstDue ? " (open)" : ""}`;
      });
      expect(told).toEqual([
        "Build: all 3 answered",
        "Database, 1–100: 100 of 100 open",
        "Database, 101–200: 100 of 100 open",
        "Database, 201–250: 50 of 50 open",
        "Verification: 2 of 2 open, 2 due (open)",
        "Traffic: 2 of 2 open, 2 due",
        "Verification: 1 of 1 open",
      ]);
    });

    it("holds each gate once, in the order of the text, with what is nested in it", () => {
      const nested = gate("nested", { parent: "4", section: "Database" });
      const list = [...gates.slice(0, 5), nested, ...gates.slice(5)];
      const ids = (nodes: readonly ChecklistNode[]): readonly string[] =>
        nodes.flatMap((node) =>
          node.is === "gate" ? [node.gate.id, ...ids(node.nested)] : node.is === "section" ? ids(node.gates) : [],
        );
      expect(ids(sections(list))).toEqual(list.map(({ id }) => id));
    });

    it("keeps the ids of its sections when gates are answered, come or go", () => {
      const before = sections(gates).map(({ id }) => id);
      expect(new Set(before).size).toBe(before.length);
      const after = gates
        .filter((_, at) => at !== 1 && at !== 20)
        .map((one) => ({ ...one, state: "checked" as const }));
      expect(sections(after).map(({ id }) => id)).toEqual(before);
    });

    it("stays as it is while there are no more than a hundred", () => {
      expect(sections(gates.slice(0, 100)).map(({ is }) => is)).toEqual(Array(100).fill("gate"));
    });
  });

  it("does not lose gates whose nesting goes in a circle", () => {
    const circle = [gate("a", { parent: "b" }), gate("b", { parent: "a" }), gate("c", { parent: "gone" })];
    const lines = drawn(source([document("file:///c.md", circle), circle]), look());
    expect(lines.map((line) => line.trim()).slice(2)).toEqual(["a", "b", "c"]);
  });
});
