import { describe, expect, it } from "vitest";
import { folderForEach } from "../unit/cli/temporary-folder.ts";
import { callsIn, isBuilt } from "./command.ts";
import { goodManifest } from "./documents.ts";

const folder = folderForEach();
const here = callsIn(folder);

describe.skipIf(!isBuilt)("a document that becomes none of ours", () => {
  const runbook = (before: string): string => `${before}---
kind: ReleaseRunbook
status: approved
---

# Checkout

## Before the release

- [ ] Backups verified
`;

  it("keeps from Go as it stands, and is what --require demands", async () => {
    folder.write({ "release-manifest.yaml": goodManifest, "ops/notes.md": runbook("") });
    const { code, stdout } = await here("verdict --now 2026-12-04 --format json --require ops/*.md");
    expect([code, JSON.parse(stdout).required]).toMatchObject([1, [{ met: true, paths: ["ops/notes.md"] }]]);
  });

  it.each([
    ["visible words before the front matter", "Read this first.\n\n"],
    ["a mark before it", ".\n"],
    ["an image before it", "![](x.png)\n\n"],
    ["a heading before it", "# Notes\n\n"],
    ["a rule and words before it", "***\nwords\n***\n"],
    ["20 KB before it", `${"words ".repeat(3500)}\n\n`],
  ])("is missed by --require: %s", async (_, junk) => {
    folder.write({ "release-manifest.yaml": goodManifest, "ops/notes.md": runbook(junk) });
    expect((await here("verdict --now 2026-12-04")).code).toBe(0);
    const { code, stdout } = await here("verdict --now 2026-12-04 --require ops/*.md");
    expect([code, stdout.split("\n")[0]]).toEqual([1, "Verdict: No-Go"]);
    expect(stdout).toContain("✖ Required: ops/notes.md: not judged (it is no release document");
  });
});
