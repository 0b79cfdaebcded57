import { describe, expect, it } from "vitest";
import { beginTopic, git } from "../unit/cli/git.ts";
import { folderForEach } from "../unit/cli/temporary-folder.ts";
import { isBuilt, releaseDocs } from "./command.ts";
import { goodManifest } from "./documents.ts";

const folder = folderForEach();

describe.skipIf(!isBuilt)("a pull request", () => {
  it("fails for the rollback step that it drops, and for nothing that was there before", async () => {
    const older = goodManifest.replace('    owner: "@bob"\n    rollback:\n      flag: checkout-v2\n', "");
    folder.write({ "v1.release-manifest.yaml": older, "v2.release-manifest.yaml": goodManifest });
    const cwd = folder.path;
    const now = ["--now", "2026-12-01"];
    expect((await releaseDocs(["check", ...now, "--baseline", "known.json", "--update-baseline"], { cwd })).code).toBe(
      0,
    );
    beginTopic(cwd);
    expect((await releaseDocs(["check", ...now, "--baseline", "known.json"], { cwd })).code).toBe(0);

    folder.write({ "v2.release-manifest.yaml": goodManifest.replace("    rollback:\n      flag: checkout-v2\n", "") });
    git(cwd, "commit", "--quiet", "--all", "-m", "Drop a step");
    const guard = ["check", ...now, "--changed-since", "main", "--baseline", "known.json"];
    const { code, stdout } = await releaseDocs([...guard, "--format", "markdown"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("**Verdict: No-Go.** 1 document checked: 1 error.");
    expect(stdout).toContain("### v2.release-manifest.yaml");
    expect(stdout).toMatch(/\| ❌ \| 16 \| Work item/);
    const annotations = await releaseDocs([...guard, "--format", "github"], { cwd });
    expect(annotations.stdout).toMatch(/^::error file=v2\.release-manifest\.yaml,line=16,/);
  });
});
