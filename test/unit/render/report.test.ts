import { describe, expect, it } from "vitest";
import { reportDocument } from "../../../server/src/render/report/report-document.ts";
import { renderReport } from "../../../server/src/render/report.ts";
import { assess } from "./assess.ts";

const runbook = `---
kind: ReleaseRunbook
---

# Release Runbook: Checkout v2.1.0

- **Version:** 2.1.0
- **Release Date:** 2026-12-04
- **Release Manager:** @alice
- **Status:** Approved

## Pre-Release Checklist

| Gate | Owner | Done |
| --- | --- | --- |
| Backups verified | @bob | [ ] |
| Release notes published | @bob | [x] |

- [ ] On-call *engineer* confirmed
- [ ] Load test repeated (waived by @carol: no change on the hot path)

## Deployment

- [ ] Canary healthy

## Rollback Procedure

**Triggers**

- Error rate > 5%

**Steps**

1. Disable the flag
2. Deploy the previous version

**Estimated time:** 15 minutes
`;

const manifest = `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v2.1.0
  status: draft
  owners: ["@alice"]
checklist:
  preRelease:
    - gate: "<script>alert(1)</script> | [x](javascript:y)"
      checked: false
`;

const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));

describe("the Go/No-Go report", () => {
  it("says the verdict and all that it rests on", async () => {
    const documents = [
      reportDocument(await assess(runbook, "ops/the runbook.md"), "ops/the runbook.md", true, nameOf),
      reportDocument(await assess(manifest, "release-manifest.yaml"), "release-manifest.yaml", true, nameOf),
    ];
    await expect(renderReport(documents, { today: "2026-11-20" })).toMatchFileSnapshot("__snapshots__/report.md");
  });

  it("says of one document that it can be closed, and of none that there is nothing", async () => {
    const text = `---\nkind: ReleaseChecklist\nstatus: completed\n---\n# Release Checklist: v1.2.0\n\n## Pre-Release\n\n- [x] Done\n\n## Rollback\n\n- Error rate over 5%: redeploy v1.1.0\n`;
    const report = renderReport([reportDocument(await assess(text), "checklist.md", false, nameOf)]);
    expect(report.split("\n")[0]).toBe("# ✅ Can be closed: v1.2.0");
    expect(report).not.toContain("](");
    expect(renderReport([])).toBe("# ➖ Nothing to judge\n");
  });

  it("asks nobody for the gates of a template", async () => {
    const template = await assess(runbook.replace("---\n", "---\ntemplate: true\n"), "template.md");
    const report = renderReport([reportDocument(template, "template.md", true, nameOf)]);
    expect(report).toContain("| ➖ No verdict | 0 |");
    expect(report).not.toContain("Open gates");
  });

  it("lets nothing of a document out of its place", async () => {
    const report = renderReport([
      reportDocument(
        await assess(manifest, "m(1) [2].release-manifest.yaml"),
        "m(1) [2].release-manifest.yaml",
        true,
        nameOf,
      ),
    ]);
    expect(report).toContain("\\[x\\](javascript:y)");
    expect(report).not.toMatch(/[^\\]<script/);
    expect(report).toContain("](/m%281%29%20%5B2%5D.release-manifest.yaml#L10)");
  });
});
