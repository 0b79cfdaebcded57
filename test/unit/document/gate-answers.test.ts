import { expect, test } from "vitest";
import { answersFor } from "../../../server/src/document/gate-answers.ts";
import type { ReleaseDocument } from "../../../server/src/document/model.ts";
import { readDocument } from "../../../server/src/document/read-document.ts";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { createKindRegistry } from "../../../server/src/schema/registry.ts";
import { applyChanges } from "../../../server/src/text/changes.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const { kinds } = createKindRegistry();
const head = "---\nkind: ReleaseRunbook\n---\n# Release Runbook\n\n## Go/No-Go\n\n";

function read(text: string): ReleaseDocument {
  const document = readDocument("file:///r.md", head + text, { kinds });
  if (document === undefined) throw new Error("not ours");
  return document;
}

const { edit } = createReleaseDocsService({
  files: memoryFiles({}),
  today: () => "2026-11-20",
});

test("what a gate can be answered as it stands", () => {
  const gate = { state: "open", form: "task", critical: false } as const;
  expect(answersFor(gate)).toEqual(["checked", "notApplicable", "waived", "failed"]);
  expect(answersFor({ ...gate, state: "failed" })).toEqual(["checked", "notApplicable", "waived", "open"]);
  expect(answersFor({ ...gate, state: "failed", critical: true })).toEqual(["checked", "notApplicable", "open"]);
  expect(answersFor({ ...gate, critical: true })).toContain("waived");
  expect(answersFor({ ...gate, form: "approval" })).toEqual(["checked", "failed"]);
  expect(answersFor({ ...gate, state: "waived" })).toEqual(["checked", "notApplicable", "failed", "open"]);
});

test("the answers of a choice are part of its gate, wherever they stand", () => {
  const options = (text: string) =>
    read(text).gates.map((gate) => gate.options?.map(({ words, ticked }) => (ticked ? `${words}!` : words)));
  expect(options("- Deploy: [x] **Go** / [ ] No-Go\n- [ ] Plain\n")).toEqual([["Go!", "No-Go"], undefined]);
  expect(options("**Decision:** [ ] Go [ ] No-Go\n")).toEqual([["Go", "No-Go"]]);
  expect(options("| Step | Decision |\n|---|---|\n| Deploy | [ ] Pass<br>[x] Fail |\n")).toEqual([["Pass", "Fail!"]]);
  expect(options("| Step | Pass | Fail |\n|---|---|---|\n| Deploy | [ ] | [x] |\n")).toEqual([["Pass", "Fail!"]]);
});

test("an answer is chosen as a gate is ticked: by an intention", () => {
  const choose = (text: string, option: number, ticked = true): string | undefined => {
    const document = read(text);
    const changes = edit(document, { do: "choose-option", gate: document.gates[0]?.id ?? "", option, ticked });
    return changes && applyChanges(document.text, changes).slice(head.length);
  };
  expect(choose("- Deploy: [x] Go / [ ] No-Go\n", 1)).toBe("- Deploy: [ ] Go / [x] No-Go\n");
  expect(choose("- Deploy: [x] Go / [ ] No-Go\n", 0, false)).toBe("- Deploy: [ ] Go / [ ] No-Go\n");
  expect(choose("- Deploy: [x] Go / [ ] No-Go\n", 0)).toBe("- Deploy: [x] Go / [ ] No-Go\n");
  expect(choose("| Step | Pass | Fail |\n|---|---|---|\n| Deploy | [x] | [ ] |\n", 1)).toContain("| [ ] | [x] |");
  expect(choose("- Deploy: [x] Go / [ ] No-Go\n", 2)).toBeUndefined();
  expect(choose("- [ ] Plain\n", 0)).toBeUndefined();
});
