import { expect, test } from "vitest";
import { certainFix, fixAll } from "../../../server/src/engine/fix-all.ts";
import { createReleaseDocsService } from "../../../server/src/engine/service.ts";
import { applyChanges } from "../../../server/src/text/changes.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const manifest = "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: v1.0.0\n  status: draft\n";
const runbook = "---\nkind: ReleaseRunbook\nstatus: draft\n---\n\n# Release Runbook v1.0.0\n\n";

test.each([
  ["a manifest", "file:///w/release-manifest.yaml", manifest, "# release-docs-disable-next-line gates/unchecked\n"],
  ["a runbook", "file:///w/a.md", runbook, "<!-- release-docs-disable-next-line gates/unchecked -->\n\n"],
])("all unused comments of %s go in one round", async (_, uri, head, comment) => {
  const service = createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-11-30" });
  const text = head + comment.repeat(300);
  const first = await service.assess(uri, text);
  if (first === undefined) throw new Error("it is no release document");
  let rounds = 0;
  const assess = (changed: string) => {
    rounds++;
    return service.assess(uri, changed);
  };
  const { changes } = await fixAll(first, certainFix, { edit: service.edit, assess });
  expect(applyChanges(text, changes)).not.toContain("release-docs-disable");
  expect(rounds).toBeLessThanOrEqual(2);
});

test("rounds end when so much was read, and what is left over is still told", async () => {
  const service = createReleaseDocsService({ files: memoryFiles({}), today: () => "2026-11-30" });
  const uri = "file:///w/a.md";
  const text = runbook + "a\r".repeat(50_000);
  const first = await service.assess(uri, text);
  if (first === undefined) throw new Error("it is no release document");
  let read = 0;
  const assess = (changed: string) => {
    read += changed.length;
    return service.assess(uri, changed);
  };
  const { fixed, assessment } = await fixAll(first, certainFix, { edit: service.edit, assess });
  expect(fixed.length).toBeGreaterThan(0);
  expect(read).toBeLessThan(1_200_000);
  expect(assessment.findings.filter(({ rule }) => rule === "syntax/hidden")).toHaveLength(1);
});
