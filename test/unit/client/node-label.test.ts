import { describe, expect, it } from "vitest";
import { badgeOf } from "../../../client/src/checklist/badge.ts";
import { childrenOf, type Look, rootsOf } from "../../../client/src/checklist/checklist-tree.ts";
import { countWords, type NodeLabel, nodeLabel } from "../../../client/src/checklist/node-label.ts";
import type { ChecklistGate } from "../../../server/src/lsp/protocol.ts";
import { document, gate, source } from "./checklist-source.ts";

const look: Look = { filter: "all", grouping: "document", identity: undefined };
const path = (uri: string): string => uri.replace("file:///w/", "");

/** The label of a gate as the tree shows it. */
function labelOf(over: Partial<ChecklistGate>): NodeLabel {
  const gates = [gate("g", { text: "Backups verified", ...over })];
  const from = source([document("file:///w/r.md", gates), gates]);
  const [root] = rootsOf(from, look);
  const [phase] = root === undefined ? [] : childrenOf(root, from, look);
  const [node] = phase === undefined ? [] : childrenOf(phase, from, look);
  if (node === undefined) throw new Error("there is no gate");
  return nodeLabel(node, path);
}

describe("the label of a gate", () => {
  it.each<[Partial<ChecklistGate>, description: string, icon: string, spoken: string]>([
    [{}, "", "circle-outline", "open"],
    [{ due: true, critical: true, owner: "@alice" }, "due, critical, @alice", "watch", "due, critical, @alice"],
    [
      { state: "checked", by: "@a", when: "2026-12-03" },
      "checked by @a, 2026-12-03",
      "pass",
      "checked by @a, 2026-12-03",
    ],
    [{ state: "checked" }, "", "pass", "checked"],
    [{ state: "failed", due: true, reason: "timeouts" }, "failed, due: timeouts", "error", "failed, due: timeouts"],
    [
      { state: "waived", by: "@b", reason: "low risk" },
      "waived by @b: low risk",
      "debug-step-over",
      "waived by @b: low risk",
    ],
    [{ state: "notApplicable", reason: "no database" }, "N/A: no database", "circle-slash", "N/A: no database"],
    [
      { waiverIncomplete: true },
      "waiver without a reason, still open",
      "circle-outline",
      "waiver without a reason, still open",
    ],
    [{ required: false }, "optional", "circle-outline", "open, optional"],
  ])("says %o", (over, description, icon, spoken) => {
    const label = labelOf(over);
    expect(label).toMatchObject({ label: "Backups verified", description, icon });
    expect(label.spoken).toBe(`Backups verified, ${spoken}`);
  });

  it("has another icon for each state, so that none is told by colour alone", () => {
    const states: readonly Partial<ChecklistGate>[] = [
      { state: "open" },
      { state: "open", due: true },
      { state: "checked" },
      { state: "failed" },
      { state: "waived" },
      { state: "notApplicable" },
    ];
    expect(new Set(states.map((over) => labelOf(over).icon)).size).toBe(states.length);
  });

  it("tells menus what can be done", () => {
    expect(labelOf({}).context).toBe("gate open skippable waivable failable");
    expect(labelOf({ state: "failed", critical: true }).context).toBe("gate failed skippable reopenable");
    expect(labelOf({ form: "approval", state: "checked" }).context).toBe("gate checked failable reopenable");
  });
});

describe("counts", () => {
  it.each([
    [{ total: 0, open: 0, failed: 0, due: 0 }, "no gates"],
    [{ total: 1, open: 0, failed: 0, due: 0 }, "1 gate answered"],
    [{ total: 10, open: 0, failed: 0, due: 0 }, "all 10 answered"],
    [{ total: 10, open: 3, failed: 0, due: 0 }, "3 of 10 open"],
    [{ total: 10, open: 3, failed: 1, due: 2 }, "3 of 10 open, 1 failed, 2 due"],
  ])("say %o", (counts, words) => {
    expect(countWords(counts)).toBe(words);
  });

  it("stand behind the verdict of a document", () => {
    const gates = [gate("a", { due: true }), gate("b", { state: "checked" })];
    const entry = document("file:///w/ops/r.md", gates, { version: "v2.1.0", stageSource: "assumed" });
    const [root] = rootsOf(source([entry, gates]), look);
    if (root === undefined) throw new Error("there is no document");
    expect(nodeLabel(root, path)).toMatchObject({
      label: "Runbook v2.1.0",
      description: "No-Go, 1 of 2 open, 1 due · ops/r.md",
      icon: "error",
      spoken: "Runbook v2.1.0, No-Go: 2 blockers, no status, judged as approved, 1 of 2 open, 1 due, ops/r.md",
    });
  });
});

describe("the badge", () => {
  it("counts what blocks a release, and nothing else", () => {
    const blocked = document("file:///a.md", [], { blockers: 3 });
    const one = document("file:///b.md", [], { blockers: 1 });
    const draft = document("file:///c.md", [], { blockers: 7, verdict: "not-ready" });
    expect(badgeOf([blocked, one, draft])).toEqual({ value: 4, tooltip: "4 blockers in 2 release documents" });
    expect(badgeOf([one])).toEqual({ value: 1, tooltip: "1 blocker in 1 release document" });
    expect(badgeOf([draft])).toBeUndefined();
  });
});
