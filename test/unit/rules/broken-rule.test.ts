import { describe, expect, it } from "vitest";
import { KindMemory } from "../../../server/src/document/kind-memory.ts";
import { readDocument } from "../../../server/src/document/read-document.ts";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { rules } from "../../../server/src/rules/registry.ts";
import type { Rule } from "../../../server/src/rules/rule.ts";
import { createKindRegistry } from "../../../server/src/schema/registry.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const about = {
  title: "A rule of this test",
  rationale: "It breaks.",
  severity: "hint",
  bad: "",
  good: "",
  inTemplates: false,
  declaredOnly: false,
} as const;
const explode = (): never => {
  throw new TypeError("Cannot read\n properties of undefined");
};
const whole: Rule = { ...about, id: "test/whole", check: explode };
const halfway: Rule = {
  ...about,
  id: "test/halfway",
  check({ document }, report) {
    for (const gate of document.gates) report({ at: gate.at, message: `Seen: ${gate.text}` });
    explode();
  },
};
const each: Rule = { ...about, id: "test/each", each: { gates: explode } };

const ready = `---
kind: ReleaseChecklist
status: approved
---
# Release Checklist: v1.2.0

## Pre-Release

- [x] Backups verified

## Rollback

1. Redeploy v1.1.0 when the error rate is over 5%, and verify with the smoke tests.
`;

const assess = (more: readonly Rule[], text = ready) =>
  createReleaseDocsService(
    { files: memoryFiles({}), today: () => "2026-11-20" },
    { rules: [...rules, ...more] },
  ).assess("file:///w/checklist.md", text);

describe("a rule that throws", () => {
  it("is Go without it", async () => expect((await assess([]))?.verdict.verdict).toBe("go"));

  it.each([whole, halfway, each])("costs what $id would say, is told by its name, and is never Go", async (rule) => {
    const assessment = await assess([rule], `${ready}\n- [ ] Undo script rehearsed\n`);
    const plain = await assess([], `${ready}\n- [ ] Undo script rehearsed\n`);
    const told = assessment?.findings.filter(({ rule: id }) => id === "internal/error") ?? [];
    expect(told.map(({ message, severity, blocks }) => ({ message, severity, blocks }))).toEqual([
      {
        message: `The rule ${rule.id} stopped at this document (Cannot read properties of undefined), so that what it would say is not known. This is a fault of Release Docs: please report it, with the document`,
        severity: "error",
        blocks: true,
      },
    ]);
    expect(assessment?.verdict.verdict).toBe("no-go");
    const others = (from: typeof plain) =>
      from?.findings.filter(({ rule: id }) => !/^(?:test|internal)\//.test(id)).map(({ message }) => message);
    expect(others(assessment)).toEqual(others(plain));
  });

  it("also blocks in a document that is only recognised", async () => {
    const assessment = await assess([whole], ready.replace("kind: ReleaseChecklist\n", ""));
    expect(assessment?.document.declared).toBe(false);
    expect(assessment?.verdict.verdict).toBe("no-go");
  });

  it("is asked again after an edit", async () => {
    let calls = 0;
    const counting: Rule = {
      ...about,
      id: "test/counting",
      each: {
        gates() {
          calls++;
          if (calls === 1) explode();
        },
      },
    };
    const service = createReleaseDocsService(
      { files: memoryFiles({}), today: () => "2026-11-20" },
      { rules: [...rules, counting] },
    );
    const first = await service.assess("file:///w/checklist.md", ready);
    const second = await service.assess("file:///w/checklist.md", `${ready}\n`);
    const told = (findings: readonly { readonly rule: string }[] = []) =>
      findings.filter(({ rule }) => rule === "internal/error").length;
    expect([told(first?.findings), told(second?.findings)]).toEqual([1, 0]);
  });
});

describe("a reader that throws", () => {
  /** A memory that lost itself: the reader meets it before anything else. */
  class Broken extends KindMemory {
    override matcher = explode;
  }
  const { kinds } = createKindRegistry();

  it("leaves a document that says so and nothing else", () => {
    const document = readDocument("file:///w/checklist.md", ready, {
      kinds,
      memory: new Broken(),
      sectionAliases: {},
    });
    expect(document?.problems.map(({ rule, message }) => [rule, message])).toEqual([
      [
        "internal/error",
        "This file could not be read (Cannot read properties of undefined): nothing in it is judged. This is a fault of Release Docs: please report it, with the file",
      ],
    ]);
    expect(document?.gates).toEqual([]);
    expect(document?.declared).toBe(true);
  });
});
