import { expect, test } from "vitest";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const head = "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: v1.2.0\n  status: approved\n";

async function judged(uri: string, text: string) {
  const service = createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-11-30" });
  const assessment = await service.assess(uri, text);
  if (assessment === undefined) throw new Error("it is no release document");
  const rules = new Set(assessment.findings.map(({ rule }) => rule));
  return { rules, verdict: assessment.verdict.verdict, service, count: assessment.findings.length };
}

test("a manifest of more broken parts than anybody mends is told so, and never Go", async () => {
  const { rules, verdict, count, service } = await judged(
    "file:///w/release-manifest.yaml",
    head + "k: @bob\n".repeat(5_001),
  );
  expect([...rules]).toEqual(["syntax/limit"]);
  expect(count).toBe(1);
  expect(verdict).not.toBe("go");
  const mended = await service.assess("file:///w/release-manifest.yaml", head);
  expect(mended?.findings.some(({ rule }) => rule === "syntax/limit")).toBe(false);
});

test("a manifest of many broken parts is read, and each is told", async () => {
  const { rules, count } = await judged("file:///w/release-manifest.yaml", head + "k: @bob\n".repeat(3_000));
  expect(rules.has("syntax/limit")).toBe(false);
  expect(count).toBeGreaterThan(3_000);
});

test("a front matter that is no front matter any more is told so, and never Go", async () => {
  const text = (keys: number): string =>
    `---\nkind: ReleaseRunbook\nstatus: approved\n${"k: 1\n".repeat(keys)}---\n\n# Release Runbook v1.2.0\n\n- [x] Backups verified\n`;
  const { rules, verdict } = await judged("file:///w/runbook.md", text(5_000));
  expect(rules.has("syntax/limit")).toBe(true);
  expect(verdict).not.toBe("go");
  expect((await judged("file:///w/runbook.md", text(100))).rules.has("syntax/limit")).toBe(false);
});
