import { describe, expect, it } from "vitest";
import { completeConfiguration } from "../../../server/src/language/complete-configuration.ts";
import { completeUndeclared } from "../../../server/src/language/complete-undeclared.ts";
import { withoutSnippets } from "../../../server/src/language/without-snippets.ts";
import { rules } from "../../../server/src/rules/registry.ts";
import { createLineIndex } from "../../../server/src/text/line-index.ts";
import { readConfiguration } from "../../../server/src/workspace/read-configuration.ts";
import { accepted, completions, manifestHead, type Offered, offered } from "./completion-support.ts";
import { cursorMark, open, today } from "./workspace.ts";

async function configuration(marked: string): Promise<Offered> {
  const text = marked.replace(cursorMark, "");
  const position = createLineIndex(text).position(marked.indexOf(cursorMark));
  return offered(await completeConfiguration(text, position, rules, { today, sections: ["rollback-procedure"] }), text);
}

async function undeclared(path: string, marked: string): Promise<Offered> {
  const text = marked.replace(cursorMark, "");
  const position = createLineIndex(text).position(marked.indexOf(cursorMark));
  return offered(await completeUndeclared(`file:///repo/${path}`, text, position, { today }), text);
}

describe("the configuration", () => {
  it("has its keys, rules and severities", async () => {
    expect((await configuration("‸")).labels).toEqual(
      expect.arrayContaining(["discovery", "documents", "rules", "freeze"]),
    );
    const found = await configuration("rules:\n  gates/unchecked: error\n  ‸\n");
    expect(found.labels).toContain("placeholders/unfilled");
    expect(found.labels).not.toContain("gates/unchecked");
    expect(found.accept("gates/*")).toBe("rules:\n  gates/unchecked: error\n  gates/*: off\n");
    expect((await configuration("rules:\n  gates/unchecked: ‸\n")).labels).toContain("warning");
    expect((await configuration("rules:\n  gates/unchecked:\n    ‸\n")).labels).toContain("in-progress");
    expect((await configuration("overrides:\n  - files: a\n    rules:\n      ‸\n")).labels).toContain("structure/*");
    expect((await configuration("statuses:\n  ready: ‸\n")).labels).toContain("approved");
    expect((await configuration("sections:\n  ‸\n")).labels).toEqual(["rollback-procedure"]);
    expect((await configuration("documents:\n  - files: a\n    kind: ‸\n")).labels).toContain("ReleaseRunbook");
    expect((await configuration("freeze:\n  - from: ‸\n")).labels).toContain(today);
  });

  it("has no problem after a suggestion", async () => {
    for (const label of ["discovery", "documents", "rules", "overrides", "sections", "statuses", "freeze"]) {
      const text = (await configuration("‸")).accept(label);
      const problems = readConfiguration(text).problems.filter(({ message }) => !message.includes("must be a mapping"));
      expect(problems, text).toEqual([]);
    }
  });
});

describe("a file that is not declared yet", () => {
  it.each(["release-manifest.yaml", "v2.release-manifest.yml"])(
    "%s becomes a manifest without schema errors",
    async (path) => {
      for (const start of ["‸", "rel‸", "# Our release\n‸"]) {
        const text = (await undeclared(path, start)).accept("Release manifest");
        const { assessment } = await open({ [path]: text });
        expect(assessment.findings.filter(({ rule }) => /^(?:schema|syntax)\//.test(rule))).toEqual([]);
      }
    },
  );

  it("offers keys until it is one", async () => {
    expect((await undeclared("release-manifest.yaml", "apiVersion: release-docs/v1\n‸")).labels[0]).toBe("kind");
    expect((await undeclared("release-manifest.yaml", "apiVersion: rel‸")).labels).toEqual(["release-docs/v1"]);
  });

  it.each([
    ["release-manifest.yaml", "apiVersion: apps/v1\n‸"],
    ["release-manifest.yaml", "apiVersion: release-docs/v1\nkind: Deployment\n‸"],
    ["values.yaml", "‸"],
    ["README.md", "‸"],
    ["release-runbook.md", "# Something else\n\n‸"],
  ])("has no word about %s: %j", async (path, text) => {
    expect((await undeclared(path, text)).labels).toEqual([]);
  });

  it.each([
    ["release-runbook.md", "Release Runbook"],
    ["release-plan.md", "Release Plan"],
    ["release-management-plan.md", "Release Management Plan"],
    ["release-checklist.md", "Release Checklist"],
    ["v2.release-manifest.md", "Release Manifest"],
  ])("%s becomes a %s without schema errors", async (path, label) => {
    const text = (await undeclared(path, "‸")).accept(label);
    const { assessment } = await open({ [path]: text });
    const wrong = assessment.findings.filter(({ rule }) =>
      /^(?:schema|structure|syntax|rollback\/missing-(?:plan|trigger))/.test(rule),
    );
    expect(wrong.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

describe("accepting every suggestion in turn", () => {
  it("never leaves a schema error in a manifest", async () => {
    const skeleton = (await undeclared("release-manifest.yaml", "‸")).accept("Release manifest");
    const places = [
      ...["release", "approvals", "scope", "rollout", "rollback", "  preRelease", "  phases", "  steps"].map(
        (key) => new RegExp(`^${key}:\\n( +)`, "m"),
      ),
    ];
    for (const place of places) {
      const match = place.exec(skeleton);
      const offset = (match?.index ?? 0) + (match?.[0].length ?? 0);
      const marked = `${skeleton.slice(0, offset)}‸\n${match?.[1]}${skeleton.slice(offset)}`;
      await checkAll("release-manifest.yaml", marked);
    }
    await checkAll("release-manifest.yaml", `${skeleton}\n‸\n`);
  });

  it("never leaves a schema error in a runbook", async () => {
    const skeleton = (await undeclared("release-runbook.md", "‸")).accept("Release Runbook");
    await checkAll("release-runbook.md", skeleton.replace(/(?=## Smoke Tests)/, "‸\n\n"));
  });

  async function checkAll(path: string, marked: string): Promise<void> {
    const { items } = await completions({ [path]: marked });
    expect(items.length, marked).toBeGreaterThan(0);
    const text = marked.replace(cursorMark, "");
    for (const item of items) {
      const { assessment } = await open({ [path]: accepted(text, item) });
      const wrong = assessment.findings.filter(({ rule }) => /^(?:schema|syntax)\//.test(rule));
      expect(wrong.map(({ message }) => `${item.label}: ${message}`)).toEqual([]);
    }
  }
});

it("offers plain texts to a client without snippets", async () => {
  const { items } = await completions({ "release-manifest.yaml": `${manifestHead}release:\n  sta‸\n` });
  const status = withoutSnippets(items).find(({ label }) => label === "status");
  expect(status?.insertTextFormat).toBeUndefined();
  expect(status?.textEdit).toMatchObject({ newText: "status: draft" });
});
